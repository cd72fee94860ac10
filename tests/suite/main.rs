//! The one integration binary: each module holds one kind of claim about the program as a whole.

mod architecture;
