#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace icp {

class XmlScanner;

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
    void endText();
    /// Adds whole <si> elements; phonetic readings are left out. False when they are damaged.
    bool addElements(const std::string& xml);
    void trim() { m_bytes.shrink_to_fit(); }

private:
    /// The texts that come next and look as nearly all do; false when there is none.
    bool addPlain(XmlScanner& scanner);

    static const std::size_t limit;
    std::string m_bytes;
    std::vector<std::uint64_t> m_ends;
};

/// What all sheets of a workbook share.
struct WorkbookParts {
    SharedTexts texts;
    std::vector<bool> dateStyles;  ///< by style number
    bool from1904 = false;
};

/// Undoes the escapes of ECMA-376 22.9.2.19 in place, from `from` on: "_x000D_" is a carriage return,
/// "_x005F_" an underscore.
void undoEscapes(std::string& text, std::size_t from = 0);

}  // namespace icp
