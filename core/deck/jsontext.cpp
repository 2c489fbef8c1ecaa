#include "core/deck/jsontext.h"

#include "core/table/column.h"

#include <cmath>

namespace icp {

JsonText& JsonText::key(const char* name) {
    separate();
    quoted(QString::fromUtf8(name));
    m_out += ": ";
    m_named = true;
    return *this;
}

void JsonText::value(const QString& text) {
    separate();
    quoted(text);
}

void JsonText::value(double number) {
    raw(std::isfinite(number) ? QByteArray::fromStdString(plainNumber(number)) : QByteArray("null"));
}

void JsonText::value(const QStringList& texts) {
    array([&] {
        for (const QString& text : texts) value(text);
    });
}

QByteArray JsonText::take() { return std::move(m_out += '\n'); }

void JsonText::separate() {
    if (m_named) {
        m_named = false;
        return;
    }
    if (m_depth == 0) return;
    if (!m_first) m_out += ',';
    m_first = false;
    newLine();
}

void JsonText::newLine() {
    m_out += '\n';
    m_out.append(2 * m_depth, ' ');
}

void JsonText::raw(const QByteArray& text) {
    separate();
    m_out += text;
}

void JsonText::quoted(const QString& text) {
    m_out += '"';
    const QByteArray utf8 = text.toUtf8();
    for (const char c : utf8) {
        if (c == '"' || c == '\\') {
            m_out += '\\';
            m_out += c;
        } else if (c == '\n') {
            m_out += "\\n";
        } else if (c == '\t') {
            m_out += "\\t";
        } else if (static_cast<unsigned char>(c) < 0x20) {
            m_out += "\\u" + QByteArray::number(int(c), 16).rightJustified(4, '0');
        } else {
            m_out += c;
        }
    }
    m_out += '"';
}

}  // namespace icp
