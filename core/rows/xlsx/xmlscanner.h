#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace icp {

/// Whether `name` is the word, without a call for words this short.
template <std::size_t Size>
bool isWord(std::string_view name, const char (&word)[Size]) {
    if (name.size() != Size - 1) return false;
    for (std::size_t i = 0; i < Size - 1; ++i)
        if (name[i] != word[i]) return false;
    return true;
}

/// Walks over XML that is whole in memory: the quick way through the large parts of a workbook. Names come
/// without their prefix, texts and attributes as they stand in the file. Tags must be closed in the order
/// they were opened. A document type declaration counts as damage: spreadsheets have none, attacks do.
class XmlScanner {
public:
    enum class Token { Open, Close, Text, End, Damaged };

    struct Attribute {
        std::string_view name;
        std::string_view value;
    };

    /// `xml` must outlive the scanner.
    explicit XmlScanner(std::string_view xml) : m_at(xml.data()), m_end(xml.data() + xml.size()) {}

    /// An element without content is opened and closed. Blanks between tags are a Text like any other.
    Token next() {
        if (m_closing) {
            m_closing = false;
            return Token::Close;
        }
        for (;;) {
            if (m_at == m_end) return m_open.empty() ? Token::End : Token::Damaged;
            if (*m_at != '<') return text();
            if (++m_at == m_end) return Token::Damaged;
            if (*m_at == '/') return close();
            if (*m_at != '!' && *m_at != '?') return open();
            if (const auto token = special()) return *token;
        }
    }

    /// What comes next, as it stands in the XML; nothing while the end of an element without content is owed.
    std::string_view rest() const { return {m_at, m_closing ? 0 : std::size_t(m_end - m_at)}; }
    /// Goes on behind the first bytes of rest(), which must be whole elements.
    void skip(std::size_t bytes) { m_at += bytes; }

    /// Of the element that was opened or closed.
    std::string_view name() const { return m_name; }
    std::string_view attribute(std::string_view name) const {
        for (const Attribute& each : m_attributes)
            if (each.name == name) return each.value;
        return {};
    }
    const std::vector<Attribute>& attributes() const { return m_attributes; }

    /// A text as it stands in the file; `isPlain` when nothing in it needs decodeXml().
    std::string_view raw() const { return m_text; }
    bool isPlain() const { return m_plain; }

private:
    static bool isBlank(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
    static bool endsName(char c) { return isBlank(c) || c == '>' || c == '/' || c == '='; }

    /// From m_at to where the name ends, its prefix left out; `whole` is the name with it.
    std::string_view takeName(std::string_view& whole) {
        const char* begin = m_at;
        const char* local = m_at;
        for (; m_at != m_end && !endsName(*m_at); ++m_at)
            if (*m_at == ':') local = m_at + 1;
        whole = {begin, std::size_t(m_at - begin)};
        return {local, std::size_t(m_at - local)};
    }

    static bool same(std::string_view a, std::string_view b) {
        return a.size() == b.size() && a.front() == b.front() && (a.size() == 1 || a == b);
    }

    void skipBlanks() {
        while (m_at != m_end && isBlank(*m_at)) ++m_at;
    }

    Token text();
    Token close();
    Token open();
    std::optional<Token> special();

    const char* m_at;
    const char* m_end;
    std::vector<std::string_view> m_open;  ///< names with their prefix
    std::vector<Attribute> m_attributes;
    std::string_view m_name;
    std::string_view m_text;
    bool m_plain = true;
    bool m_closing = false;
};

/// Appends a text with its entities resolved and its line ends made "\n". False when an entity is not one of
/// XML's own.
bool decodeXml(std::string_view raw, std::string& text);

inline XmlScanner::Token XmlScanner::text() {
    const char* begin = m_at;
    m_plain = true;
    for (; m_at != m_end && *m_at != '<'; ++m_at) m_plain &= *m_at != '&' && *m_at != '\r';
    m_text = {begin, std::size_t(m_at - begin)};
    return Token::Text;
}

inline XmlScanner::Token XmlScanner::close() {
    ++m_at;
    std::string_view whole;
    m_name = takeName(whole);
    skipBlanks();
    if (m_at == m_end || *m_at != '>' || m_open.empty() || whole.empty() || !same(m_open.back(), whole))
        return Token::Damaged;
    ++m_at;
    m_open.pop_back();
    return Token::Close;
}

inline XmlScanner::Token XmlScanner::open() {
    std::string_view whole;
    m_name = takeName(whole);
    m_attributes.clear();
    if (m_name.empty()) return Token::Damaged;
    for (;;) {
        skipBlanks();
        if (m_at == m_end) return Token::Damaged;
        if (*m_at == '>') {
            ++m_at;
            m_open.push_back(whole);
            return Token::Open;
        }
        if (*m_at == '/') {
            if (++m_at == m_end || *m_at != '>') return Token::Damaged;
            ++m_at;
            m_closing = true;
            return Token::Open;
        }
        std::string_view ignored;
        const std::string_view name = takeName(ignored);
        skipBlanks();
        if (name.empty() || m_at == m_end || *m_at != '=') return Token::Damaged;
        ++m_at;
        skipBlanks();
        if (m_at == m_end || (*m_at != '"' && *m_at != '\'')) return Token::Damaged;
        const char quote = *m_at++;
        const char* begin = m_at;
        while (m_at != m_end && *m_at != quote && *m_at != '<') ++m_at;
        if (m_at == m_end || *m_at != quote) return Token::Damaged;
        m_attributes.push_back({name, {begin, std::size_t(m_at - begin)}});
        ++m_at;
    }
}

}  // namespace icp
