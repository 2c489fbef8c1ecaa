#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace icp {

/// 512 rows of a set. Sets are spans of these, so that the widest instruction has no rest to take care of.
struct alignas(64) BitBlock {
    std::uint64_t words[8] = {};
};
using BitRow = std::span<const BitBlock>;

/// One way of counting the rows that two sets share. All ways give the same numbers.
struct BitKernel {
    const char* name;
    std::uint64_t (*countAnd)(const BitBlock* a, const BitBlock* b, std::size_t blocks);
};

/// The ways this processor can, the slowest (and most portable) first.
std::vector<BitKernel> bitKernels();
/// The fastest of them.
const BitKernel& bestBitKernel();

}  // namespace icp
