//! The icon set, `extension/icons/set.svg`: the same file serves the extension's pages.

static SET: &str = include_str!("../../../extension/icons/set.svg");

/// A shape of an icon: the element's name and its attributes.
pub type Shape = (&'static str, Vec<(&'static str, &'static str)>);

/// The shapes of an icon, drawn on a square of 24 by 24; none for a name that is not in the set.
pub fn shapes(icon: &str) -> Vec<Shape> {
    let inside = SET.split("<symbol id=\"").find_map(|symbol| symbol.strip_prefix(icon)?.strip_prefix('"'));
    let body = inside.and_then(|symbol| symbol.split_once('>')?.1.split_once("</symbol>"));
    let elements = body.map_or("", |(body, _)| body).split('<').skip(1);
    elements.filter_map(|element| element.trim_end_matches("/>").split_once(' ')).map(shape).collect()
}

fn shape((name, attributes): (&'static str, &'static str)) -> Shape {
    (name, attributes.split("\" ").filter_map(attribute).collect())
}

fn attribute(written: &'static str) -> Option<(&'static str, &'static str)> {
    let (name, value) = written.split_once("=\"")?;
    Some((name, value.trim_end_matches('"')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_icon_is_read_shape_by_shape() {
        let shapes = shapes("clock");
        assert_eq!(shapes[0], ("circle", vec![("cx", "12"), ("cy", "12"), ("r", "8.5")]));
        assert_eq!(shapes[1], ("path", vec![("d", "M12 7.3V12l3 2")]));
    }

    #[test]
    fn a_name_is_matched_whole() {
        assert!(shapes("cloc").is_empty() && shapes("nothing").is_empty());
    }
}
