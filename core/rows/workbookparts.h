#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace icp {

/// The texts that cells refer to by number.
class SharedTexts {
public:
    std::size_t size() const { return m_ends.size(); }
    std::string_view at(std::size_t index) const {
        const std::size_t begin = index == 0 ? 0 : m_ends[index - 1];
        return std::string_view(m_bytes).substr(begin, m_ends[index] - begin);
    }
    /// Longer than a cell may be; at() then gives its beginning.
    bool isTooLong(std::size_t index) const { return at(index).size() > limit; }

    void add(std::string_view part);
    void endText() { m_ends.push_back(m_bytes.size()); }

private:
    static const std::size_t limit;
    std::string m_bytes;
    std::vector<std::size_t> m_ends;
};

/// What all sheets of a workbook share.
struct WorkbookParts {
    SharedTexts texts;
    std::vector<bool> dateStyles;  ///< by style number
    bool from1904 = false;
};

}  // namespace icp
