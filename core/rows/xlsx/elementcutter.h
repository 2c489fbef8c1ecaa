#pragma once

#include <string>
#include <string_view>

namespace icp {

/// Cuts a part of a workbook, as it streams in, into pieces of whole elements of one name: the rows of a
/// sheet, the shared texts. What stands before the first and behind the end of their container is left out.
class ElementCutter {
public:
    /// Both names without prefix; the file's own prefix is taken from its root.
    ElementCutter(std::string container, std::string element)
        : m_containerName(std::move(container)), m_elementName(std::move(element)) {}

    /// Bytes of the part are appended here.
    std::string& pending() { return m_pending; }
    /// All whole elements that are there, and at the part's end the rest; none when there is none yet. The
    /// memory of `elements` is used again.
    void take(std::string& elements, bool atEnd);
    /// Whether the container has ended, so that nothing more can come.
    bool done() const { return m_done; }

private:
    bool findPrefix();
    std::size_t firstElement() const;
    std::size_t lastElement() const;
    bool isElementAt(std::size_t at) const;

    std::string m_containerName;
    std::string m_elementName;
    std::string m_begin;  ///< "<x:row"
    std::string m_end;    ///< "</x:sheetData"
    std::string m_pending;
    bool m_begun = false;  ///< m_pending begins with an element
    bool m_done = false;
};

}  // namespace icp
