#include "core/import/headers.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QSet>

namespace icp {

namespace {

QString withSpaces(const QString& text) {
    QString spread;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool next = i + 1 < text.size();
        const bool starts =
            i > 0 && text[i].isUpper() &&
            (text[i - 1].isLower() || (next && text[i - 1].isUpper() && text[i + 1].isLower()));
        if (starts) spread += u' ';
        spread += text[i];
    }
    return spread;
}

/// The entity a prefix names, in the languages of the vocabulary; `word` is folded.
std::optional<Entity> entityOfWord(const QString& word) {
    const auto list = [](const char* words) { return QString::fromUtf8(words).split(u'|'); };
    static const QStringList deals = list(
        "deal|opportunity|potential|negocio|affaire|transaction|verkaufschance|oportunidad|oportunidade|"
        "trattativa|opportunita|transakcja|szansa|affar|kauppa|verkoopkans|取引|商談");
    static const QStringList accounts = list(
        "organization|organisation|account|account name|company|organizacion|organizacao|unternehmen|firma|"
        "entreprise|empresa|cuenta|compte|conta|bedrijf|organisatie|azienda|organizzazione|organizacja|"
        "kontrahent|foretag|yritys|organisaatio|会社|取引先");
    static const QStringList contacts = list(
        "person|contact|persona|pessoa|personne|kontakt|contacto|contato|persoon|contatto|osoba|henkilo|"
        "担当者|コンタクト");
    if (deals.contains(word)) return Entity::Deal;
    if (accounts.contains(word)) return Entity::Account;
    return contacts.contains(word) ? std::optional(Entity::Contact) : std::nullopt;
}

/// Takes away what exports add around a field's own name, and notes the entity it names.
QString undecorated(const QString& text, std::optional<Entity>& about) {
    static const QRegularExpression required(
        QStringLiteral("\\s*(\\(required\\)|\\(pflichtfeld\\)|\\(obligatoire\\)|__c|__r)\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression related(QStringLiteral("^(.*?) \\([^()]*\\) \\(([A-Za-z]+)\\)$"));
    static const QRegularExpression prefixed(QStringLiteral("^(\\p{L}[\\p{L} ]*?)(?: - |: ?)(.+)$"),
                                             QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression relation(QStringLiteral("^([A-Za-z]+)\\.([A-Z].*)$"));  // Account.Name

    QString rest = text.trimmed();
    rest.remove(QChar(0xFEFF));
    if (rest.size() > 1 && rest.startsWith(u'"') && rest.endsWith(u'"')) rest = rest.mid(1, rest.size() - 2);
    rest.remove(required);
    if (const auto match = related.match(rest); match.hasMatch()) {
        about = entityOfWord(folded(match.captured(2)));
        if (about) return match.captured(1);
    }
    for (const QRegularExpression* prefix : {&prefixed, &relation})
        if (const auto match = prefix->match(rest); match.hasMatch()) {
            about = entityOfWord(folded(match.captured(1)));
            if (about) return match.captured(2);
        }
    return rest;
}

/// Without a leading "customer", "account" ... and a trailing unit, which say nothing a synonym would not.
QStringList core(QStringList words) {
    static const QSet<QString> leading{
        QStringLiteral("account"),      QStringLiteral("company"),      QStringLiteral("customer"),
        QStringLiteral("client"),       QStringLiteral("organization"), QStringLiteral("organisation"),
        QStringLiteral("firm"),         QStringLiteral("deal"),         QStringLiteral("opportunity"),
        QStringLiteral("potential"),    QStringLiteral("contact"),      QStringLiteral("person"),
        QStringLiteral("crm"),          QStringLiteral("the"),          QStringLiteral("kunden"),
        QStringLiteral("unternehmens"), QStringLiteral("firmen"),       QStringLiteral("primary")};
    static const QSet<QString> trailing{
        QStringLiteral("usd"), QStringLiteral("eur"),      QStringLiteral("gbp"),
        QStringLiteral("jpy"), QStringLiteral("brl"),      QStringLiteral("mxn"),
        QStringLiteral("chf"), QStringLiteral("in"),       QStringLiteral("m"),
        QStringLiteral("k"),   QStringLiteral("million"),  QStringLiteral("millions"),
        QStringLiteral("mio"), QStringLiteral("thousand"), QStringLiteral("tsd"),
        QStringLiteral("mm")};
    while (words.size() > 1 && trailing.contains(words.last())) words.removeLast();
    while (words.size() > 1 && leading.contains(words.first())) words.removeFirst();
    return words;
}

}  // namespace

QString headerKey(QStringView text) { return folded(text).remove(u' '); }

Header parseHeader(const QString& text) {
    Header header;
    header.text = text;
    const QString own = undecorated(text, header.about);
    const QStringList words = folded(withSpaces(own)).split(u' ', Qt::SkipEmptyParts);
    header.line = u' ' + words.join(u' ') + u' ';
    const auto add = [&](const QString& key, double sure) {
        for (const Header::Form& form : header.forms)
            if (form.key == key) return;
        if (!key.isEmpty()) header.forms.push_back({key, sure});
    };
    add(headerKey(text), 1);
    add(headerKey(own), own == text.trimmed() ? 1 : 0.97);
    add(core(words).join(QString()), 0.85);
    return header;
}

QString phraseOf(QStringView text) {
    const QString phrase = folded(text);
    const bool spaceless = !phrase.isEmpty() && phrase.front().unicode() >= 0x2E80;
    return spaceless ? phrase : u' ' + phrase + u' ';
}

bool isIdHeader(const Header& header) {
    if (header.line.endsWith(u" id ") || header.line.endsWith(u" ids ") || header.line.endsWith(u" i ds ") ||
        header.line.endsWith(u" uuid ") || header.line.endsWith(u" guid "))
        return true;
    return header.text.size() > 4 && header.text.endsWith(u"ID") && header.text == header.text.toUpper();
}

}  // namespace icp
