#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <concepts>

namespace icp {

/// Writes JSON in the order it is told, indented, UTF-8, numbers as the shortest text that reads back. A
/// number that is not finite becomes null.
class JsonText {
public:
    template <class Body>
    void object(Body body) {
        nested('{', '}', body);
    }
    template <class Body>
    void array(Body body) {
        nested('[', ']', body);
    }

    /// The name of the member whose value is written next.
    JsonText& key(const char* name);

    void value(const QString& text);
    void value(const char* text) { value(QString::fromUtf8(text)); }
    void value(double number);
    void value(bool flag) { raw(flag ? "true" : "false"); }
    template <std::integral T>
    void value(T number) {
        raw(QByteArray::number(qint64(number)));
    }
    void value(const QStringList& texts);
    void null() { raw("null"); }

    template <class T>
    JsonText& member(const char* name, const T& content) {
        key(name).value(content);
        return *this;
    }

    /// The finished text, with a line feed at the end.
    QByteArray take();

private:
    template <class Body>
    void nested(char open, char close, Body body) {
        separate();
        m_out += open;
        ++m_depth;
        m_first = true;
        body();
        --m_depth;
        if (!m_first) newLine();
        m_out += close;
        m_first = false;
    }
    void separate();
    void newLine();
    void raw(const QByteArray& text);
    void quoted(const QString& text);

    QByteArray m_out;
    int m_depth = 0;
    bool m_first = true;
    bool m_named = false;  ///< a key was written, its value follows
};

}  // namespace icp
