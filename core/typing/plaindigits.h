#pragma once

#include <string>
#include <string_view>

namespace icp {

/// `text` with the digits and signs of other scripts written as in ASCII: full-width "１２３％", Arabic-Indic
/// "٣" and "۳". Arabic's decimal mark becomes `decimal`, its thousands mark the other of '.' and ','. What
/// has to change is kept in `buffer`, which must outlive the result.
std::string_view plainDigits(std::string_view text, char decimal, std::string& buffer);

}  // namespace icp
