#include "tests/fuzz/readeverything.h"

/// Any bytes as an SQLite database; what is damaged within its pages is SQLite's business, what it hands out
/// ours.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return icp::fuzz::readEverything(data, size, "SQLite format 3");
}
