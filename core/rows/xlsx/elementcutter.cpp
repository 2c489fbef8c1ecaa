#include "core/rows/xlsx/elementcutter.h"

#include <algorithm>

namespace icp {

/// The root is the first tag that is neither a comment nor a processing instruction.
bool ElementCutter::findPrefix() {
    const std::string_view text = m_pending;
    for (std::size_t at = text.find('<'); at != text.npos && at + 1 < text.size();
         at = text.find('<', at + 1)) {
        if (text.substr(at, 4) == "<!--") {
            at = text.find("-->", at);
            if (at == text.npos) return false;
        } else if (text[at + 1] != '?' && text[at + 1] != '!') {
            const std::size_t end = text.find_first_of(" \t\r\n>/", at + 1);
            if (end == text.npos) return false;
            const std::string_view name = text.substr(at + 1, end - at - 1);
            const std::string prefix(name.substr(0, name.find(':') == name.npos ? 0 : name.find(':') + 1));
            m_begin = '<' + prefix + m_elementName;
            m_end = "</" + prefix + m_containerName;
            return true;
        }
    }
    return false;
}

/// "<row" begins a row, "<rowBreaks" does not.
bool ElementCutter::isElementAt(std::size_t at) const {
    const std::size_t after = at + m_begin.size();
    return after < m_pending.size() &&
           std::string_view(" >/\n\r\t").find(m_pending[after]) != std::string_view::npos;
}

std::size_t ElementCutter::firstElement() const {
    std::size_t at = m_pending.find(m_begin);
    while (at != m_pending.npos && !isElementAt(at)) at = m_pending.find(m_begin, at + 1);
    return at;
}

std::size_t ElementCutter::lastElement() const {
    std::size_t at = m_pending.rfind(m_begin);
    while (at != m_pending.npos && !isElementAt(at))
        at = at == 0 ? m_pending.npos : m_pending.rfind(m_begin, at - 1);
    return at;
}

void ElementCutter::take(std::string& elements, bool atEnd) {
    elements.clear();
    if (m_done || (m_begin.empty() && !findPrefix())) return;
    if (!m_begun) {
        const std::size_t first = firstElement();
        m_begun = first != m_pending.npos;
        // A tag may still be cut in two.
        m_pending.erase(0,
                        m_begun ? first : m_pending.size() - std::min(m_pending.size(), m_begin.size() + 1));
        if (!m_begun) return;
    }
    std::size_t end = atEnd ? 0 : lastElement();
    if (end == 0 || end == m_pending.npos) {
        // Elements stand in nothing but their container, so that it ends behind the last one if at all.
        end = m_pending.find(m_end);
        m_done = atEnd || end != m_pending.npos;
        if (!m_done) return;
        end = std::min(end, m_pending.size());
    }
    elements.swap(m_pending);
    if (!m_done) {
        m_pending.reserve(elements.capacity());  // the next piece will be about as long
        m_pending.assign(elements, end);
    }
    elements.resize(end);
}

}  // namespace icp
