/// A rectangle in the viewport, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Area {
    /// Distance from the viewport's left edge.
    pub x: f64,
    /// Distance from the viewport's top edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// How large something is, in CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Size {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// What is kept free around a card, so that the pointer finds its way and nothing touches an edge.
const GAP: f64 = 8.0;

impl Area {
    /// Whether a point lies inside, or within `slack` pixels of it.
    pub fn holds(&self, x: f64, y: f64, slack: f64) -> bool {
        (self.x - slack..=self.right() + slack).contains(&x) && (self.y - slack..=self.bottom() + slack).contains(&y)
    }

    /// Whether two rectangles share a part.
    pub fn meets(&self, other: &Self) -> bool {
        self.x < other.right() && other.x < self.right() && self.y < other.bottom() && other.y < self.bottom()
    }

    /// The right edge.
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    /// The bottom edge.
    pub fn bottom(&self) -> f64 {
        self.y + self.height
    }

    fn at(x: f64, y: f64, size: Size) -> Self {
        Self { x, y, width: size.width, height: size.height }
    }

    fn fits(&self, view: Size) -> bool {
        self.x >= GAP && self.y >= GAP && self.right() <= view.width - GAP && self.bottom() <= view.height - GAP
    }

    fn pulled_inside(self, view: Size) -> Self {
        let inside = |at: f64, length: f64, whole: f64| at.min(whole - GAP - length).max(GAP);
        Self { x: inside(self.x, self.width, view.width), y: inside(self.y, self.height, view.height), ..self }
    }
}

/// The column of buttons that sites put beside an upright player, on the side where lines end, in CSS pixels.
const BUTTONS: f64 = 80.0;

/// Where a card opens: beside an upright picture where there is room, else under its badge, else over it, else at its
/// side; inside the viewport in any case. `rtl` lets it grow towards the other side. Beside an upright player it stands
/// clear of the player's buttons as well; where neither side has room, it lies at the foot of the viewport, less high
/// than the card would like to be, so that the face and the buttons stay free.
pub fn beside(badge: Area, video: Area, card: Size, view: Size, rtl: bool) -> Area {
    let upright = video.height > video.width;
    let player = upright && video.height > view.height / 2.0;
    let further = if player { BUTTONS } else { 0.0 };
    let around_video = at_either_side(video, badge.y, card, further, rtl).map(|area| area.pulled_upright(view));
    if let Some(area) = around_video.into_iter().find(|area| upright && area.fits(view)) {
        return area;
    }
    if player {
        return at_foot(card, view, rtl);
    }
    let aligned = if rtl { badge.right() - card.width } else { badge.x };
    let below = Area::at(aligned, badge.bottom() + GAP, card).pulled_sideways(view);
    let over = Area::at(aligned, badge.y - GAP - card.height, card).pulled_sideways(view);
    let [start, end] = at_either_side(badge, badge.y, card, 0.0, rtl).map(|area| area.pulled_upright(view));
    [below, over, end, start].into_iter().find(|area| area.fits(view)).unwrap_or(below).pulled_inside(view)
}

/// At the side of something where lines start, and at the side where they end: there so much further away.
fn at_either_side(of: Area, y: f64, card: Size, further: f64, rtl: bool) -> [Area; 2] {
    let left = |away: f64| Area::at(of.x - GAP - away - card.width, y, card);
    let right = |away: f64| Area::at(of.right() + GAP + away, y, card);
    if rtl { [right(0.0), left(further)] } else { [left(0.0), right(further)] }
}

/// How much of the viewport's height a card takes at its foot.
const SHEET: f64 = 0.5;

fn at_foot(card: Size, view: Size, rtl: bool) -> Area {
    let height = card.height.min(view.height * SHEET);
    let x = if rtl { view.width - GAP - card.width } else { GAP };
    Area::at(x, view.height - GAP - height, Size { height, ..card }).pulled_inside(view)
}

/// Whether a pointer is on its way from a badge to its card, or back: anywhere between the two.
pub fn between(badge: Area, card: Area, x: f64, y: f64) -> bool {
    let (left, top) = (badge.x.min(card.x), badge.y.min(card.y));
    let (right, bottom) = (badge.right().max(card.right()), badge.bottom().max(card.bottom()));
    (left..=right).contains(&x) && (top..=bottom).contains(&y)
}

impl Area {
    fn pulled_sideways(self, view: Size) -> Self {
        Self { x: self.pulled_inside(view).x, ..self }
    }

    fn pulled_upright(self, view: Size) -> Self {
        Self { y: self.pulled_inside(view).y, ..self }
    }
}

/// A corner of the viewport where a line of this size covers none of `taken` (players, and what steers them); bottom
/// corners first. `None` where every corner is taken: then nothing is shown.
pub fn corner(line: Size, view: Size, taken: &[Area], rtl: bool) -> Option<Area> {
    let (near, far) = (GAP * 2.0, view.width - line.width - GAP * 2.0);
    let (start, end) = if rtl { (far, near) } else { (near, far) };
    let (top, bottom) = (GAP * 2.0, view.height - line.height - GAP * 2.0);
    let corners = [(start, bottom), (end, bottom), (end, top), (start, top)];
    let free = |area: &Area| area.fits(view) && !taken.iter().any(|other| other.meets(area));
    corners.into_iter().map(|(x, y)| Area::at(x, y, line)).find(free)
}

/// How far apart the points are that tell whether a place is free, in CSS pixels: less than the height of a line.
const STEP: f64 = 12.0;

/// The nearest free place under a player, at its start; `None` where there is none in the viewport. `blank` tells of a
/// point of the viewport that the page shows nothing there.
pub fn under(line: Size, view: Size, player: Area, rtl: bool, blank: impl Fn(f64, f64) -> bool) -> Option<Area> {
    let start = if rtl { player.right() - line.width } else { player.x };
    let first = Area::at(start, player.bottom(), line).pulled_sideways(view);
    let is_free = |y: f64| steps(first.x, first.right() - 1.0).all(|x| blank(x, y)) && blank(first.right() - 1.0, y);
    let mut top = first.y;
    let bottom = steps(first.y, view.height).find(|y| {
        top = if is_free(*y) { top } else { y + STEP };
        y - top >= line.height + 2.0 * GAP
    });
    bottom.map(|_| Area { y: top + GAP, ..first }).filter(|area| area.fits(view))
}

fn steps(from: f64, to: f64) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(from), |at| Some(at + STEP)).take_while(move |at| *at < to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const VIEW: Size = Size { width: 1280.0, height: 800.0 };
    const CARD: Size = Size { width: 416.0, height: 400.0 };

    const WIDE: Area = Area { x: 0.0, y: 0.0, width: 320.0, height: 180.0 };

    fn badge(x: f64, y: f64) -> Area {
        Area { x, y, width: 90.0, height: 28.0 }
    }

    #[test]
    fn a_card_opens_under_its_badge() {
        let area = beside(badge(100.0, 50.0), WIDE, CARD, VIEW, false);
        assert_eq!((area.x, area.y), (100.0, 86.0));
    }

    #[test]
    fn near_the_bottom_it_opens_over_its_badge() {
        let area = beside(badge(100.0, 700.0), WIDE, CARD, VIEW, false);
        assert_eq!((area.x, area.bottom()), (100.0, 692.0));
    }

    #[test]
    fn where_neither_fits_it_opens_at_the_side() {
        let tall = Size { width: 416.0, height: 700.0 };
        let area = beside(badge(100.0, 300.0), WIDE, tall, VIEW, false);
        assert_eq!((area.x, area.y), (198.0, 92.0));
    }

    #[test]
    fn right_to_left_it_grows_to_the_left() {
        let area = beside(badge(1000.0, 50.0), WIDE, CARD, VIEW, true);
        assert!((area.right() - 1090.0).abs() < 0.1);
    }

    #[test]
    fn beside_an_upright_player_it_leaves_picture_and_buttons_free() {
        let video = Area { x: 500.0, y: 20.0, width: 360.0, height: 700.0 };
        let area = beside(badge(516.0, 84.0), video, CARD, VIEW, false);
        assert!(area.right() <= video.x && area.y >= video.y, "{area:?}");
        let at_the_start = Area { x: 200.0, ..video };
        let area = beside(badge(216.0, 84.0), at_the_start, CARD, VIEW, false);
        assert!(area.x >= at_the_start.right() + BUTTONS && area.fits(VIEW), "{area:?}");
        let area = beside(badge(216.0, 84.0), at_the_start, CARD, VIEW, true);
        assert!(area.x >= at_the_start.right() && area.fits(VIEW), "{area:?}");
    }

    #[test]
    fn where_an_upright_player_has_no_room_beside_it_the_card_lies_at_the_foot() {
        let phone = Size { width: 360.0, height: 740.0 };
        let video = Area { x: 0.0, y: 0.0, width: 360.0, height: 740.0 };
        let card = Size { width: 336.0, height: 672.0 };
        let area = beside(badge(12.0, 60.0), video, card, phone, false);
        assert!((area.height - 370.0).abs() < 0.1 && area.y > 360.0 && area.fits(phone), "{area:?}");
        let short = Size { height: 200.0, ..card };
        assert!((beside(badge(12.0, 60.0), video, short, phone, false).height - 200.0).abs() < 0.1);
    }

    #[test]
    fn a_pointer_finds_its_way_to_a_card_that_stands_aside() {
        let (badge, card) = (badge(216.0, 84.0), Area { x: 700.0, y: 84.0, width: 416.0, height: 400.0 });
        assert!(between(badge, card, 500.0, 100.0) && !between(badge, card, 500.0, 600.0));
    }

    #[test]
    fn it_never_leaves_the_viewport() {
        for (x, y) in [(-20.0, -20.0), (1250.0, 20.0), (1250.0, 780.0), (600.0, 400.0)] {
            for size in [CARD, Size { width: 900.0, height: 784.0 }] {
                assert!(beside(badge(x, y), WIDE, size, VIEW, false).fits(VIEW), "{x} {y} {size:?}");
            }
        }
    }

    #[test]
    fn a_line_under_the_player_starts_where_the_player_starts() {
        let line = Size { width: 400.0, height: 80.0 };
        let player = Area { x: 40.0, y: 60.0, width: 700.0, height: 400.0 };
        let area = under(line, VIEW, player, false, |_, _| true).unwrap();
        assert_eq!((area.x, area.y), (40.0, 468.0));
        assert!((under(line, VIEW, player, true, |_, _| true).unwrap().right() - player.right()).abs() < 0.1);
        let tall = Area { height: 700.0, ..player };
        assert_eq!(under(line, VIEW, tall, false, |_, _| true), None, "no room is left under it");
    }

    #[test]
    fn a_line_under_the_player_covers_nothing() {
        let line = Size { width: 400.0, height: 80.0 };
        let player = Area { x: 40.0, y: 60.0, width: 700.0, height: 400.0 };
        let title = Area { x: 40.0, y: 470.0, width: 300.0, height: 60.0 };
        let views = Area { x: 400.0, y: 580.0, width: 100.0, height: 20.0 };
        let blank = |x: f64, y: f64| ![title, views].iter().any(|taken| taken.holds(x, y, 0.0));
        let area = under(line, VIEW, player, false, blank).unwrap();
        assert!(![player, title, views].iter().any(|taken| taken.meets(&area)), "{area:?}");
        assert_eq!(under(line, VIEW, player, false, |_, y| y < 470.0), None, "the page is full");
    }

    #[test]
    fn a_reminder_never_covers_a_player() {
        let line = Size { width: 400.0, height: 80.0 };
        let player = Area { x: 0.0, y: 300.0, width: 700.0, height: 500.0 };
        let area = corner(line, VIEW, &[player], false).unwrap();
        assert!(!area.meets(&player) && area.x > 700.0);
        let everything = Area { x: 0.0, y: 0.0, width: 1280.0, height: 800.0 };
        assert_eq!(corner(line, VIEW, &[everything], false), None);
    }
}
