#include "core/deck/csvtext.h"

namespace icp {

bool looksLikeFormula(std::string_view text) {
    if (text.empty()) return false;
    if (std::string_view("=@\t\r").find(text.front()) != std::string_view::npos) return true;
    return (text.front() == '+' || text.front() == '-') &&
           text.find_first_not_of("0123456789 .,()/%+-") != std::string_view::npos;
}

void CsvText::cell(std::string_view text) {
    if (m_started) m_out += ',';
    m_started = true;
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        m_out.append(text.data(), qsizetype(text.size()));
        return;
    }
    m_out += '"';
    for (const char c : text) {
        if (c == '"') m_out += '"';
        m_out += c;
    }
    m_out += '"';
}

void CsvText::guardedCell(std::string_view text) {
    if (looksLikeFormula(text))
        cell("'" + std::string(text));
    else
        cell(text);
}

void CsvText::endRow() {
    m_out += "\r\n";
    m_started = false;
}

}  // namespace icp
