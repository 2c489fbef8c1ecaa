#include "core/base/text.h"

#include <QSet>
#include <QStringList>

#include <optional>

namespace icp {

namespace {

/// What folded() makes of text without accents and other letters, much faster. std::nullopt when it has some.
std::optional<QString> foldedAscii(QStringView text)
{
    QString result(text.size(), Qt::Uninitialized);
    QChar* to = result.data();
    for (const QChar c : text) {
        const char16_t code = c.unicode();
        if (code >= 0x80)
            return std::nullopt;
        if ((code >= u'a' && code <= u'z') || (code >= u'0' && code <= u'9') || code == u'#' || code == u'%')
            *to++ = c;
        else if (code >= u'A' && code <= u'Z')
            *to++ = QChar(char16_t(code | 0x20));
        else if (to != result.constData() && to[-1] != u' ')
            *to++ = u' ';
    }
    if (to != result.constData() && to[-1] == u' ')
        --to;
    result.truncate(to - result.constData());
    return result;
}

}  // namespace

QString folded(QStringView text)
{
    if (std::optional<QString> plain = foldedAscii(text))
        return *std::move(plain);
    QString spread = text.toString();
    spread.replace(u'ß', QStringLiteral("ss")).replace(u'æ', QStringLiteral("ae")).replace(u'ø', u'o').replace(u'ł', u'l');
    spread = spread.normalized(QString::NormalizationForm_KD).toLower();
    QString result;
    result.reserve(spread.size());
    for (const QChar c : spread) {
        if (c.isMark() || c == QChar(0xFEFF))
            continue;
        if (c.isLetterOrNumber() || c == u'#' || c == u'%')
            result += c;
        else if (!result.isEmpty() && result.back() != u' ')
            result += u' ';
    }
    return result.trimmed();
}

QString slug(QStringView text)
{
    const QString result = folded(text).remove(u'#').remove(u'%').simplified().replace(u' ', u'_');
    return result.isEmpty() ? QStringLiteral("column") : result;
}

QString companyKey(QStringView name)
{
    static const QSet<QString> legal{
        QStringLiteral("inc"),  QStringLiteral("incorporated"), QStringLiteral("llc"),  QStringLiteral("llp"),
        QStringLiteral("ltd"),  QStringLiteral("limited"),      QStringLiteral("plc"),  QStringLiteral("corp"),
        QStringLiteral("corporation"), QStringLiteral("co"),    QStringLiteral("company"), QStringLiteral("gmbh"),
        QStringLiteral("ag"),   QStringLiteral("kg"),           QStringLiteral("ohg"),  QStringLiteral("ug"),
        QStringLiteral("sa"),   QStringLiteral("sas"),          QStringLiteral("sarl"), QStringLiteral("srl"),
        QStringLiteral("spa"),  QStringLiteral("bv"),           QStringLiteral("nv"),   QStringLiteral("oy"),
        QStringLiteral("ab"),   QStringLiteral("as"),           QStringLiteral("aps"),  QStringLiteral("sl"),
        QStringLiteral("ltda"), QStringLiteral("pty"),          QStringLiteral("kk"),   QStringLiteral("se")};
    QStringList words = folded(name).split(u' ', Qt::SkipEmptyParts);
    if (words.size() > 1 && words.first() == u"the")
        words.removeFirst();
    while (words.size() > 1 && legal.contains(words.last()))
        words.removeLast();
    return words.join(u' ');
}

QString domainOf(QStringView text)
{
    QString host = text.trimmed().toString().toLower();
    if (const auto at = host.lastIndexOf(u'@'); at >= 0)
        host = host.mid(at + 1);
    if (const auto scheme = host.indexOf(QLatin1String("://")); scheme >= 0)
        host = host.mid(scheme + 3);
    for (const QChar end : {u'/', u'?', u'#', u':', u' ', u'>'})
        if (const auto at = host.indexOf(end); at >= 0)
            host.truncate(at);
    if (host.startsWith(QLatin1String("www.")))
        host = host.mid(4);
    while (host.endsWith(u'.'))
        host.chop(1);
    return host.contains(u'.') ? host : QString();
}

bool isFreeMail(QStringView domain)
{
    static const QSet<QString> free{
        QStringLiteral("gmail.com"),   QStringLiteral("googlemail.com"), QStringLiteral("yahoo.com"),
        QStringLiteral("outlook.com"), QStringLiteral("hotmail.com"),    QStringLiteral("live.com"),
        QStringLiteral("msn.com"),     QStringLiteral("aol.com"),        QStringLiteral("icloud.com"),
        QStringLiteral("me.com"),      QStringLiteral("proton.me"),      QStringLiteral("protonmail.com"),
        QStringLiteral("gmx.de"),      QStringLiteral("gmx.net"),        QStringLiteral("gmx.com"),
        QStringLiteral("web.de"),      QStringLiteral("t-online.de"),    QStringLiteral("freenet.de"),
        QStringLiteral("orange.fr"),   QStringLiteral("free.fr"),        QStringLiteral("laposte.net"),
        QStringLiteral("hotmail.fr"),  QStringLiteral("yahoo.fr"),       QStringLiteral("hotmail.es"),
        QStringLiteral("uol.com.br"),  QStringLiteral("bol.com.br"),     QStringLiteral("yahoo.com.br"),
        QStringLiteral("yahoo.co.jp"), QStringLiteral("qq.com"),         QStringLiteral("163.com"),
        QStringLiteral("mail.ru"),     QStringLiteral("yandex.ru"),      QStringLiteral("hotmail.co.uk"),
        QStringLiteral("yahoo.co.uk"), QStringLiteral("btinternet.com"), QStringLiteral("zoho.com")};
    return free.contains(domain.toString().toLower());
}

}  // namespace icp
