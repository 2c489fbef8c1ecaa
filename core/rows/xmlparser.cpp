#include "core/rows/xmlparser.h"

namespace icp {

namespace {

std::string_view withoutPrefix(std::string_view name) {
    const std::size_t colon = name.rfind(':');
    return colon == name.npos ? name : name.substr(colon + 1);
}

XmlParser& self(void* user) { return *static_cast<XmlParser*>(user); }

void started(void* user, const XML_Char* name, const XML_Char** attributes) {
    if (self(user).onStart) self(user).onStart(withoutPrefix(name), attributes);
}

void ended(void* user, const XML_Char* name) {
    if (self(user).onEnd) self(user).onEnd(withoutPrefix(name));
}

void said(void* user, const XML_Char* text, int size) {
    if (self(user).onText) self(user).onText({text, std::size_t(size)});
}

void declared(void* user, const XML_Char*, const XML_Char*, const XML_Char*, int) { self(user).stop(); }

}  // namespace

XmlParser::XmlParser(const char* encoding) : m_parser(XML_ParserCreate(encoding), &XML_ParserFree) {
    XML_SetUserData(m_parser.get(), this);
    XML_SetElementHandler(m_parser.get(), started, ended);
    XML_SetCharacterDataHandler(m_parser.get(), said);
    XML_SetStartDoctypeDeclHandler(m_parser.get(), declared);
}

bool XmlParser::parse(std::string_view bytes, bool last) {
    return XML_Parse(m_parser.get(), bytes.data(), int(bytes.size()), last ? 1 : 0) == XML_STATUS_OK;
}

void XmlParser::stop() { XML_StopParser(m_parser.get(), XML_FALSE); }

std::string_view XmlParser::value(Attributes attributes, std::string_view name) {
    for (; *attributes != nullptr; attributes += 2)
        if (withoutPrefix(*attributes) == name) return attributes[1];
    return {};
}

}  // namespace icp
