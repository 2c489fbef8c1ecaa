#pragma once

#include <QTranslator>

namespace icp::test {

/// A language nobody speaks: every text accented and 40% longer, in brackets, so that a text that is not
/// translated, or has no room for a longer language, can be seen. Place markers and mnemonics stay.
class PseudoLanguage : public QTranslator {
public:
    QString translate(const char* context, const char* source, const char* disambiguation,
                      int n) const override;
    bool isEmpty() const override { return false; }

    /// Whether a text of several letters came through without this language.
    static bool looksPlain(const QString& text);
};

}  // namespace icp::test
