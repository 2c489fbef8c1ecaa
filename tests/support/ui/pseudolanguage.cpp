#include "tests/support/ui/pseudolanguage.h"

namespace icp::test {

QString PseudoLanguage::translate(const char*, const char* source, const char*, int) const {
    static const QString plain = QStringLiteral("aeiouyACEINOUcdgnrsz");
    static const QString accented = QStringLiteral("áéîöüýÀÇÉÎÑÖÛçďğñřšž");
    const QString text = QString::fromUtf8(source);
    if (text.startsWith(u"Ctrl+") || text.startsWith(u"Shift+") || text.startsWith(u"F1") || text.size() < 2)
        return text;  // keys are not words
    QString result = QStringLiteral("[");
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool marker = (i > 0 && text[i - 1] == u'%') || (i > 1 && text.mid(i - 2, 2) == u"%L");
        const qsizetype at = marker ? -1 : plain.indexOf(text[i]);
        result += at >= 0 ? accented[at] : text[i];
    }
    result += QString(text.size() * 2 / 5, u'·');
    return result + u']';
}

bool PseudoLanguage::looksPlain(const QString& text) {
    qsizetype letters = 0;
    for (const QChar c : text) letters += c.isLetter() ? 1 : 0;
    return letters > 3 && !text.contains(u'[');
}

}  // namespace icp::test
