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

/// Where a card opens: beside an upright video where there is room, else under its badge, else over it, else at its
/// side; inside the viewport in any case. `rtl` lets it grow towards the other side.
pub fn beside(badge: Area, video: Area, card: Size, view: Size, rtl: bool) -> Area {
    let aligned = if rtl { badge.right() - card.width } else { badge.x };
    let sides = [badge.right() + GAP, badge.x - GAP - card.width];
    let [first, second] = if rtl { [sides[1], sides[0]] } else { sides };
    let below = Area::at(aligned, badge.bottom() + GAP, card).pulled_sideways(view);
    let upright = (video.height > video.width).then(|| {
        let start = if rtl { video.right() + GAP } else { video.x - GAP - card.width };
        Area::at(start, badge.y, card).pulled_upright(view)
    });
    let beside_badge = [
        below,
        Area::at(aligned, badge.y - GAP - card.height, card).pulled_sideways(view),
        Area::at(first, badge.y, card).pulled_upright(view),
        Area::at(second, badge.y, card).pulled_upright(view),
    ];
    upright.into_iter().chain(beside_badge).find(|area| area.fits(view)).unwrap_or(below).pulled_inside(view)
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

/// Right under a player, at its start; `None` where that is not in the viewport as a whole.
pub fn under(line: Size, view: Size, player: Area, rtl: bool) -> Option<Area> {
    let start = if rtl { player.right() - line.width } else { player.x };
    let area = Area::at(start, player.bottom() + GAP, line).pulled_sideways(view);
    area.fits(view).then_some(area)
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
    fn beside_an_upright_video_it_leaves_the_picture_free() {
        let video = Area { x: 500.0, y: 20.0, width: 400.0, height: 700.0 };
        assert!(!beside(badge(516.0, 84.0), video, CARD, VIEW, false).meets(&video));
        assert!(
            !beside(badge(516.0, 84.0), Area { x: 10.0, ..video }, CARD, VIEW, true).meets(&Area { x: 10.0, ..video })
        );
        let no_room = Area { x: 200.0, ..video };
        assert!((beside(badge(216.0, 84.0), no_room, CARD, VIEW, false).x - 216.0).abs() < 0.1);
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
        let area = under(line, VIEW, player, false).unwrap();
        assert_eq!((area.x, area.y), (40.0, 468.0));
        assert!((under(line, VIEW, player, true).unwrap().right() - player.right()).abs() < 0.1);
        assert_eq!(under(line, VIEW, Area { height: 720.0, ..player }, false), None, "no room is left under it");
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
