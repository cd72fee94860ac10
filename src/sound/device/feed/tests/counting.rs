//! An allocator that counts, thread by thread: how a test knows that the audio callback left the heap alone.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static TOUCHED: Cell<u64> = const { Cell::new(0) };
}

/// How often `work` allocated, freed or resized, on this thread.
pub(super) fn during(work: impl FnOnce()) -> u64 {
    let before = TOUCHED.get();
    work();
    TOUCHED.get() - before
}

struct Counting;

fn touch() {
    // While a thread ends its cell is gone; nothing is measured there.
    let _ = TOUCHED.try_with(|touched| touched.set(touched.get() + 1));
}

#[expect(
    unsafe_code,
    reason = "an allocator cannot be written otherwise; each call goes straight to the system's"
)]
// SAFETY: every method forwards its arguments unchanged to `System`, which upholds the contract.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        touch();
        // SAFETY: the caller's promise is passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        touch();
        // SAFETY: the caller's promise is passed on.
        unsafe { System.dealloc(pointer, layout) }
    }

    unsafe fn realloc(&self, pointer: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        touch();
        // SAFETY: the caller's promise is passed on.
        unsafe { System.realloc(pointer, layout, size) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

#[test]
fn it_sees_what_it_is_there_to_see() {
    assert_eq!(during(|| drop(Box::new(1))), 2);
    assert_eq!(during(|| ()), 0);
}
