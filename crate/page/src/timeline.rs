//! Moments: marks on the timeline of the video that is being watched, and what is said when playback reaches one.

use second_look::site::{Dom, Place};
use second_look::view::moments::{moments, reached};
use second_look::view::{MomentView, Theme};
use web_sys::{Element, HtmlVideoElement};

use crate::app::App;
use crate::cards::Followed;
use crate::draw::Host;
use crate::draw::moments::{Marks, line};
use crate::event::{Event, post};
use crate::listen::{Listener, Timer};

/// How long the quiet line stays, in milliseconds.
const TOLD: i32 = 7000;
/// How far below the badge it stands, in pixels.
const BELOW_BADGE: u16 = 38;

/// The marks, and what follows the player while there are any.
#[derive(Default)]
pub struct Timeline {
    marks: Option<Marks>,
    player: Option<(HtmlVideoElement, Listener)>,
    /// Where playback was when the player last told.
    at: f64,
    told: Option<(Host, Option<Timer>)>,
}

impl Timeline {
    /// Light or dark.
    pub fn dress(&self, theme: Option<&str>) {
        if let Some(marks) = &self.marks {
            marks.dress(theme);
        }
    }

    fn follow(&mut self, player: &HtmlVideoElement) {
        if self.player.as_ref().is_none_or(|(known, _)| known != player) {
            let listener = Listener::on(player, "timeupdate durationchange", |_| post(Event::Played));
            self.player = Some((player.clone(), listener));
            self.at = player.current_time();
        }
    }
}

/// What the marks are drawn from.
struct Scene {
    moments: Vec<MomentView>,
    duration: f64,
    bar: Element,
    player: HtmlVideoElement,
}

impl App {
    /// Draws the marks of the opened video, and takes away those of another. They grow as more is heard.
    pub(crate) fn update_moments(&mut self) {
        let Some(scene) = self.scene() else {
            self.timeline = Timeline::default();
            return;
        };
        self.timeline.follow(&scene.player);
        let Scene { moments, duration, bar, .. } = scene;
        if moments.is_empty() {
            self.timeline.marks = None;
        } else if !self.timeline.marks.as_ref().is_some_and(|marks| marks.is_current(&moments, duration, &bar)) {
            self.timeline.marks = None;
            self.timeline.marks = Marks::new(moments, duration, &bar, self.theme.map(Theme::name));
        }
    }

    /// The video that is being watched.
    pub(crate) fn opened(&self) -> Option<&Followed> {
        self.cards.iter().find(|followed| followed.card.as_ref().is_some_and(|card| card.opened) && !followed.double)
    }

    fn scene(&self) -> Option<Scene> {
        let followed = self.opened()?;
        let known = self.answers.get(followed.signature)?;
        let node = &followed.card.as_ref()?.node;
        let bar = self.timeline_bar(node)?;
        let player = self.player(node)?;
        let duration = duration(&player, &bar)?;
        let moments = moments(&self.look(followed, &known.answer)?, duration);
        Some(Scene { moments, duration, bar, player })
    }

    fn timeline_bar(&self, card: &Element) -> Option<Element> {
        if self.site.timeline.is_empty() {
            return None;
        }
        let within = |node: &Element| self.dom.first(node, &self.site.timeline);
        within(card).or_else(|| within(&self.page.as_ref()?.root))
    }

    /// The player told where it is, or how long its video is.
    pub(crate) fn follow_playback(&mut self) {
        let Some((player, _)) = &self.timeline.player else { return };
        let (from, to) = (self.timeline.at, player.current_time());
        self.timeline.at = to;
        self.update_moments();
        let marks = self.timeline.marks.as_ref().filter(|_| self.store.settings.is_on("moments_line"));
        let moment = marks.and_then(|marks| reached(marks.moments(), from, to)).cloned();
        if let Some(moment) = moment {
            self.tell(&moment);
        }
    }

    fn tell(&mut self, moment: &MomentView) {
        let Some(card) = self.opened().and_then(|followed| followed.card.as_ref()) else { return };
        let (inline, block) = card.place.offset;
        let place = Place { offset: (inline, block + BELOW_BADGE), ..card.place.clone() };
        let host = line(moment, &card.anchor, &place, self.theme.map(Theme::name));
        self.timeline.told = host.map(|host| (host, Timer::after(TOLD, || post(Event::Told))));
    }

    /// The quiet line has stood long enough.
    pub(crate) fn stop_telling(&mut self) {
        self.timeline.told = None;
    }
}

/// How long a video is, in seconds: as the player knows it, else as the bar tells those who do not see it.
fn duration(player: &HtmlVideoElement, bar: &Element) -> Option<f64> {
    let known = Some(player.duration()).filter(|duration| duration.is_finite() && *duration > 0.0);
    let told = || bar.get_attribute("aria-valuemax")?.split('.').next()?.parse::<u32>().ok().map(f64::from);
    known.or_else(told).filter(|duration| *duration > 0.0)
}
