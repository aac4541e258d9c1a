//! Everything that happens, in one queue.
//!
//! Drawing makes more things happen (a focus moves, a mutation is seen) before it is done. They wait here until the
//! one before them has been dealt with, so that nothing is ever changed by two hands at once.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use second_look::captions::Track;
use second_look::site::Loaded;
use wasm_bindgen::JsValue;
use web_sys::Element;

use crate::answers::Known;
use crate::app::App;
use crate::draw::act::Act;

/// Something that happened.
pub enum Event {
    /// Elements of the page changed.
    Touched {
        /// Which.
        touched: Vec<Touched>,
        /// Whether something was taken out of the page.
        removed: bool,
    },
    /// The page may have become another one.
    Moved,
    /// The page may look lighter or darker now.
    Dressed,
    /// The browser is about to draw.
    Frame,
    /// Anchors of cards came near the viewport, or left.
    Near(Vec<(Element, bool)>),
    /// Cards came into full view.
    Watched(Vec<Element>),
    /// The background answered, or failed to.
    Answered {
        /// What was asked about.
        signatures: Vec<u64>,
        /// Which round of questions it belongs to.
        round: u32,
        /// What it said of each.
        answers: Result<Vec<Rc<Known>>, String>,
    },
    /// The store changed.
    Stored(JsValue),
    /// The pointer came to a badge.
    Pointed(u32),
    /// The pointer left the badge.
    Unpointed,
    /// The pointer stayed on a badge.
    Dwelt(u32),
    /// The focus came to a badge.
    Focused(u32),
    /// The focus left the badge.
    Blurred(u32),
    /// A badge was pressed.
    Pressed(u32),
    /// The pointer moved while a card is open.
    PointerAt(f64, f64),
    /// The pointer has been away from the open card for a while.
    PointerGone,
    /// Something outside of the open card was pressed.
    Outside,
    /// Escape, while a card is open.
    Escaped,
    /// The focus would leave the open card.
    TabbedOut,
    /// The page moved under the open card.
    Scrolled,
    /// The viewer used a control of ours.
    Acted(Act),
    /// A text was copied, or could not be.
    Copied(bool),
    /// What a creator's page says has stood for a while.
    Met,
    /// The same for a name.
    NameCopied(bool),
    /// The player of the opened video told where it is.
    Played,
    /// The quiet line about a moment has stood long enough.
    Told,
    /// The reminder is owed, and there may be room for it by now.
    Owed,
    /// Another second of the breath has gone by.
    Breathing,
    /// New captions have waited long enough.
    CaptionsDue,
    /// Something happened to the text tracks of the player.
    TracksChanged {
        /// A track has been loaded, or can not be.
        loaded: bool,
    },
    /// The player has loaded caption files.
    Loaded(Vec<Loaded>),
    /// What a caption file says that the player has loaded.
    CacheRead {
        /// Which one.
        loaded: Loaded,
        /// What it says.
        track: Track,
    },
    /// The caption file of a video is here, or could not be had.
    FileCame {
        /// The video.
        id: String,
        /// What it says.
        track: Result<Track, String>,
    },
}

/// An element that changed.
pub enum Touched {
    /// Something of it, or of its text.
    Changed(Element),
    /// It is new.
    Added(Element),
}

thread_local! {
    static QUEUE: RefCell<VecDeque<Event>> = const { RefCell::new(VecDeque::new()) };
    static APP: RefCell<Option<App>> = const { RefCell::new(None) };
}

thread_local! {
    /// Whether it is over: what has been stopped is never started again.
    static OVER: Cell<bool> = const { Cell::new(false) };
}

/// Puts an app in charge of what happens from now on.
pub fn begin(app: Option<App>) {
    if !OVER.get() {
        APP.with(|slot| slot.replace(app));
    }
}

/// Nothing that happens matters any more. Everything that was drawn or listened to is undone.
pub fn end() {
    OVER.set(true);
    QUEUE.with(|queue| queue.borrow_mut().clear());
    let app = APP.with(|slot| slot.try_borrow_mut().ok().and_then(|mut app| app.take()));
    drop(app);
}

/// Takes something down, and deals with it as soon as everything before it has been dealt with.
pub fn post(event: Event) {
    QUEUE.with(|queue| queue.borrow_mut().push_back(event));
    APP.with(|slot| {
        // Taken: further up the stack something is being dealt with, and this will follow.
        let Ok(mut app) = slot.try_borrow_mut() else { return };
        while let Some(event) = QUEUE.with(|queue| queue.borrow_mut().pop_front()) {
            if let Some(app) = app.as_mut() {
                app.handle(event);
            }
        }
    });
}

/// Asks the app something.
pub fn with_app<T>(ask: impl FnOnce(&mut App) -> T) -> Option<T> {
    APP.with(|slot| slot.try_borrow_mut().ok()?.as_mut().map(ask))
}
