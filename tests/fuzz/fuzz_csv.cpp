#include "tests/fuzz/readeverything.h"

/// Any bytes as a text file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return icp::fuzz::readEverything(data, size);
}
