#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace icp {

/// A delimiter that may cut a text.
struct DelimiterCandidate {
    std::string text;
    bool rare = false;  ///< seen as a delimiter in few files, in words and times in many
};

/// Those that occur in `sample`, usual ones first. Where a sign nearly always stands twice or three times, or
/// has the same sign or blank beside it, the longer one is meant: "||", "::", "~|~", ", ".
std::vector<DelimiterCandidate> delimiterCandidates(std::string_view sample);

}  // namespace icp
