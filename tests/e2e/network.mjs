// A network that stands on this machine: what a browser asks of the outside is answered by the test, and written down.
// Pages are answered by the browser's own interception (browser.mjs); what the background asks for is not seen there,
// and comes here through a proxy.

import { execFileSync } from "node:child_process";
import { createHash, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createProxy } from "node:http";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** @typedef {{ status?: number, headers?: Record<string, string>, body?: string | Uint8Array }} Answer */
/** @typedef {{ url: string, headers: import("node:http").IncomingHttpHeaders }} Asked */

/** What browsers ask of their makers' servers, and of certificate authorities, by themselves. */
const BROWSERS_OWN = /\.(google|googleapis|gvt1|mozilla|firefox|digicert)\.(com|org|net)$|^(detectportal\.)/;

export class Network {
  /** What stands at which address; a function answers by itself. @type {Map<string, Answer | ((out: import("node:http").ServerResponse) => void)>} */
  served = new Map();
  /** What was asked for, but for what browsers ask on their own account. @type {Asked[]} */
  asked = [];

  /** @param {import("node:http").Server} proxy @param {import("node:https").Server} secure @param {Buffer} cert */
  constructor(proxy, secure, cert) {
    this.proxy = proxy;
    this.secure = secure;
    this.cert = cert;
  }

  get port() {
    return /** @type {import("node:net").AddressInfo} */ (this.proxy.address()).port;
  }

  /** How a browser is told to go through it. @param {import("./start.mjs").Kind} kind */
  options(kind) {
    if (kind === "chrome") return { args: [`--proxy-server=http://127.0.0.1:${this.port}`, `--ignore-certificate-errors-spki-list=${this.#fingerprint()}`] };
    const proxy = { "network.proxy.type": 1, "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": this.port };
    return { acceptInsecureCerts: true, extraPrefsFirefox: proxy };
  }

  /** By which Chrome takes this one certificate for a sound one: what comes with any other fault it does not keep. */
  #fingerprint() {
    const key = new X509Certificate(this.cert).publicKey.export({ type: "spki", format: "der" });
    return createHash("sha256").update(key).digest("base64");
  }

  /** @param {import("node:http").IncomingMessage} request @param {import("node:http").ServerResponse} out */
  answer(request, out) {
    const host = request.headers.host ?? "";
    if (BROWSERS_OWN.test(host)) return out.writeHead(204).end();
    const url = `https://${host}${request.url}`;
    this.asked.push({ url, headers: request.headers });
    const found = this.served.get(url) ?? { status: 404 };
    if (typeof found === "function") return found(out);
    out.writeHead(found.status ?? 200, found.headers).end(found.body);
  }

  close() {
    this.proxy.closeAllConnections();
    this.secure.closeAllConnections();
    this.proxy.close();
    this.secure.close();
  }
}

/** @returns {Promise<Network>} */
export async function openNetwork() {
  const pair = selfSigned();
  const secure = createServer(pair);
  const proxy = createProxy((_, out) => out.writeHead(502).end());
  const network = new Network(proxy, secure, pair.cert);
  secure.on("request", (request, out) => network.answer(request, out));
  proxy.on("connect", (_, socket) => {
    socket.on("error", () => socket.destroy());
    socket.write("HTTP/1.1 200 OK\r\n\r\n");
    secure.emit("connection", socket);
  });
  await new Promise((done) => proxy.listen(0, "127.0.0.1", () => done(undefined)));
  return network;
}

/** A key and a certificate that nobody but these browsers trusts, for as long as a test runs. */
function selfSigned() {
  const folder = mkdtempSync(join(tmpdir(), "second-look-network-"));
  const [key, cert] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const wanted = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1", "-subj", "/CN=localhost"];
  execFileSync("openssl", ["req", "-x509", ...wanted, "-keyout", key, "-out", cert], { stdio: "pipe" });
  const pair = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return pair;
}
