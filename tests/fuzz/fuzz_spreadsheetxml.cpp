#include "tests/fuzz/readeverything.h"

/// Any bytes as an XML Spreadsheet 2003.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return icp::fuzz::readEverything(data, size, "<?xml");
}
