#pragma once

#include <expat.h>
#include <functional>
#include <memory>
#include <string_view>

namespace icp {

/// Expat with names without their prefix, so that transitional, strict and oddly prefixed OOXML read the
/// same. A document type declaration ends the parsing: spreadsheets have none, attacks do.
class XmlParser {
public:
    /// The attributes of an element: name, value, name, value ... nullptr.
    using Attributes = const char**;

    std::function<void(std::string_view name, Attributes attributes)> onStart;
    std::function<void(std::string_view name)> onEnd;
    std::function<void(std::string_view text)> onText;

    /// `encoding` overrules what the document says of itself.
    explicit XmlParser(const char* encoding = nullptr);

    /// False when the document is damaged or was stopped.
    bool parse(std::string_view bytes, bool last);
    void stop();

    /// The value of an attribute, whatever its prefix; empty when there is none.
    static std::string_view value(Attributes attributes, std::string_view name);

private:
    std::unique_ptr<std::remove_pointer_t<XML_Parser>, decltype(&XML_ParserFree)> m_parser;
};

}  // namespace icp
