#include "core/rows/csv/quotedcell.h"

#include <algorithm>

namespace icp {

bool CellRules::opensCell(const char* at) const {
    while (at > m_begin && at[-1] == ' ' && m_dialect.delimiter.front() != ' ') --at;
    if (follows(at, mark)) at -= mark.size();
    return at == m_begin || isLineEnd(at[-1]) || follows(at, m_dialect.delimiter);
}

/// The next closing quote that is not escaped, the end when there is none.
const char* CellRules::nextQuote(const char* from, bool& escaped) const {
    const std::string_view closing = m_dialect.closing;
    if (m_dialect.escape == 0) {
        const std::size_t found = std::string_view(from, std::size_t(m_end - from)).find(closing);
        return found == std::string_view::npos ? m_end : from + found;
    }
    for (const char* at = from; at < m_end; ++at) {
        if (startsWith(at, closing) && (m_dialect.escape != closing.front() || closing.size() > 1)) return at;
        if (*at == m_dialect.escape && at + 1 < m_end) {
            escaped = true;
            ++at;
        }
    }
    return m_end;
}

QuotedCell CellRules::quoted(const char* inside) const {
    const std::string_view closing = m_dialect.closing;
    QuotedCell cell;
    const char* perhaps = nullptr;  // a doubled quote before a delimiter: closes when nothing better does
    const char* resume = nullptr;   // behind the first quote that neither closes nor is doubled
    const auto text = [&] {
        cell.kind = perhaps != nullptr ? QuotedCell::Kind::Closed : QuotedCell::Kind::Text;
        cell.close = perhaps;
        cell.after = perhaps != nullptr ? skipBlanks(perhaps + closing.size())
                     : resume != nullptr && std::none_of(inside, resume, isLineEnd) ? resume
                                                                                    : inside;
        cell.stray = true;
        return cell;
    };
    for (const char* at = inside;;) {
        const char* from = at;
        at = nextQuote(from, cell.doubled);
        // What began as a quotation is looked for to the end of its line and no further.
        if (resume != nullptr && std::any_of(from, at, isLineEnd)) return text();
        if (at == m_end) {
            if (perhaps != nullptr || resume != nullptr) text();
            cell.kind = QuotedCell::Kind::Open;
            return cell;
        }
        const char* next = at + closing.size();
        const bool opener = at > inside && (isLineEnd(at[-1]) || follows(at, m_dialect.delimiter));
        if (startsWith(next, closing)) {
            const char* behind = next + closing.size();
            const bool ends = behind < m_end && endsCell(skipBlanks(behind));
            if (opener && resume != nullptr && !ends) return text();
            if (perhaps == nullptr && ends) perhaps = next;
            cell.doubled = true;
            at = behind;
            continue;
        }
        const char* after = skipBlanks(next);
        if (endsCell(after)) {
            cell.kind = QuotedCell::Kind::Closed;
            cell.close = at;
            cell.after = after;
            return cell;
        }
        if (opener) return text();
        if (resume == nullptr) resume = next;
        cell.stray = true;
        at = next;
    }
}

}  // namespace icp
