#include "core/workshop/titles.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace icp {

namespace {

bool isUnspaced(QChar c) {
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana ||
           script == QChar::Script_Katakana || c == u'ー';
}

bool hasUnspaced(QStringView text) { return std::any_of(text.begin(), text.end(), isUnspaced); }

/// Without marks of gender ("Leiter:in", "(m/w/d)") and without the points of "V.P.".
QString plain(QStringView title) {
    static const QRegularExpression genders(
        QStringLiteral("\\(?\\b[mwdfhxi](?:\\s?/\\s?[mwdfhxi])+\\b\\)?"),
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression endings(
        QStringLiteral(
            "(?<=\\p{L})(?:[:*_·]|/-?|\\()-?(?:in|innen|r|rice|trice|euse|ne|e|a)\\)?(?=$|[^\\p{L}])"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression points(QStringLiteral("(?<![\\p{L}])(\\p{L})\\.(?=\\p{L}(?:\\.|\\b))"));
    static const QRegularExpression laterPoints(
        QStringLiteral("(?<=[^\\p{L}]\\p{L}|^\\p{L})\\.(?=\\p{L}(?:\\.|\\b))"));
    QString text = title.toString().normalized(QString::NormalizationForm_KC);
    text.remove(genders);
    text.remove(endings);
    text.replace(points, QStringLiteral("\\1"));
    text.remove(laterPoints);
    return text;
}

/// The parts of a title that may each name a role, folded. Words of scripts with and without spaces stand
/// apart.
QStringList partsOf(QStringView title) {
    static const QRegularExpression between(
        QStringLiteral("\\s*[&/,;+|・、]\\s*|\\s+[-–—]\\s+|\\s+(?:and|und|et|y|e|ou|or)\\s+|兼"),
        QRegularExpression::CaseInsensitiveOption);
    QStringList parts;
    for (const QString& raw : plain(title).split(between, Qt::SkipEmptyParts)) {
        QString text;
        const QString whole = folded(raw);
        for (const QChar c : whole) {
            if (!text.isEmpty() && text.back() != u' ' && c != u' ' &&
                isUnspaced(c) != isUnspaced(text.back()))
                text += u' ';
            text += c;
        }
        if (!text.isEmpty()) parts << text;
    }
    return parts;
}

/// Where a pattern stands in a folded text, at or after `from`: [start, end) of its letters; start -1 =
/// nowhere.
std::pair<qsizetype, qsizetype> placeOf(QStringView text, QStringView pattern, qsizetype from = 0) {
    const bool openStart = pattern.startsWith(u'*');
    const bool openEnd = pattern.size() > 1 && pattern.endsWith(u'*');
    const QStringView letters = pattern.mid(openStart, pattern.size() - openStart - openEnd);
    if (letters.isEmpty()) return {-1, -1};
    const bool unspaced = hasUnspaced(letters);
    for (qsizetype at = from; (at = text.indexOf(letters, at)) >= 0; ++at) {
        const qsizetype end = at + letters.size();
        const bool starts = at == 0 || text[at - 1] == u' ';
        const bool ends = end == text.size() || text[end] == u' ';
        // An open end is the rest of a compound, so there has to be one.
        if (unspaced || ((openStart ? !starts : starts) && (openEnd ? !ends : ends))) return {at, end};
    }
    return {-1, -1};
}

/// Rules by the first word of what they look for; those with open ends and without spaces beside.
class RuleBook {
public:
    RuleBook() {
        const std::vector<TitleRule>& rules = usualTitleRules();
        for (int i = 0; i < int(rules.size()); ++i) {
            const QString& pattern = rules[std::size_t(i)].pattern;
            if (hasUnspaced(pattern))
                m_unspaced.push_back(i);
            else if (pattern.startsWith(u'*') || pattern.endsWith(u'*'))
                m_open.push_back(i);
            else
                m_words[pattern.section(u' ', 0, 0)].push_back(i);
        }
    }

    struct Hit {
        qsizetype start;
        qsizetype end;
        const TitleRule* rule;
    };

    /// Hits that do not lie inside a longer one, in the text's order.
    std::vector<Hit> hits(const QString& text) const {
        std::vector<Hit> all;
        const auto look = [&](const std::vector<int>& rules) {
            for (const int i : rules) {
                const TitleRule& rule = usualTitleRules()[std::size_t(i)];
                qsizetype from = 0;
                for (auto [at, end] = placeOf(text, rule.pattern); at >= 0;
                     std::tie(at, end) = placeOf(text, rule.pattern, from)) {
                    all.push_back({at, end, &rule});
                    from = at + 1;
                }
            }
        };
        QSet<QString> seen;
        for (const QString& word : text.split(u' ')) {
            if (seen.contains(word)) continue;
            seen.insert(word);
            if (const auto it = m_words.constFind(word); it != m_words.constEnd()) look(*it);
        }
        look(m_open);
        if (hasUnspaced(text)) look(m_unspaced);
        std::vector<Hit> kept;
        for (const Hit& hit : all)
            if (std::none_of(all.begin(), all.end(), [&](const Hit& other) {
                    return other.start <= hit.start && hit.end <= other.end &&
                           other.end - other.start > hit.end - hit.start;
                }))
                kept.push_back(hit);
        std::stable_sort(kept.begin(), kept.end(),
                         [](const Hit& a, const Hit& b) { return a.start < b.start; });
        return kept;
    }

    static const RuleBook& usual() {
        static const RuleBook book;
        return book;
    }

private:
    QHash<QString, std::vector<int>> m_words;
    std::vector<int> m_open;
    std::vector<int> m_unspaced;
};

/// Where the rank of somebody else begins in a part: behind "to", and behind a word like "of" that follows a
/// low rank. The part's size when nowhere.
qsizetype othersFrom(const QString& part, const std::vector<RuleBook::Hit>& hits) {
    static const QSet<QStringView> ofs{u"of", u"der", u"des", u"dem", u"von", u"vom", u"du",
                                       u"de", u"da",  u"do",  u"del", u"dos", u"das", u"la",
                                       u"au", u"aux", u"a",   u"for", u"fur"};
    for (qsizetype at = 0; at < part.size();) {
        qsizetype end = part.indexOf(u' ', at);
        if (end < 0) end = part.size();
        const QStringView word = QStringView(part).mid(at, end - at);
        const bool behindLow = std::any_of(hits.begin(), hits.end(), [&](const RuleBook::Hit& hit) {
            return hit.rule->seniority && *hit.rule->seniority <= Seniority::Specialist && hit.end + 1 == at;
        });
        if (at > 0 && (word == u"to" || (behindLow && ofs.contains(word)))) return at;
        at = end + 1;
    }
    return part.size();
}

struct Part {
    std::optional<Department> department;
    std::optional<Seniority> seniority;
    std::optional<BuyingRole> role;
    QString departmentRule;
    QString seniorityRule;
    QString roleRule;

    bool known() const { return department || seniority || role; }
    QStringList rules() const {
        QStringList all{roleRule, seniorityRule, departmentRule};
        all.removeAll(QString());
        all.removeDuplicates();
        return all;
    }
};

Part partOfHits(const std::vector<RuleBook::Hit>& hits, qsizetype others) {
    Part part;
    for (const RuleBook::Hit& hit : hits) {
        const TitleRule& rule = *hit.rule;
        if (rule.department && (!part.department || *rule.department > *part.department)) {
            part.department = rule.department;
            part.departmentRule = rule.pattern;
        }
        if (hit.start >= others) continue;
        if (rule.role && !part.role) {
            part.role = rule.role;
            part.roleRule = rule.pattern;
        }
        const bool assists = part.seniority == Seniority::Assistant;
        if (rule.seniority && !assists &&
            (*rule.seniority == Seniority::Assistant || !part.seniority ||
             *rule.seniority > *part.seniority)) {
            part.seniority = rule.seniority;
            part.seniorityRule = rule.pattern;
        }
    }
    return part;
}

/// "Director, Finance" and "VP Finance and Operations": a part without a rank has that of the part before it,
/// or else after it. A part that is nothing but a rank then goes.
void shareRanks(std::vector<Part>& parts) {
    std::vector<bool> lent(parts.size(), false);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (parts[i].seniority || parts[i].role) continue;
        const auto ranked = [](const Part& part) { return part.seniority.has_value(); };
        auto from = std::find_if(parts.rend() - std::ptrdiff_t(i), parts.rend(), ranked).base();
        auto lender = from == parts.begin()
                          ? std::find_if(parts.begin() + std::ptrdiff_t(i), parts.end(), ranked)
                          : std::prev(from);
        if (lender == parts.end()) continue;
        parts[i].seniority = lender->seniority;
        parts[i].seniorityRule = lender->seniorityRule;
        lent[std::size_t(lender - parts.begin())] = !lender->department && !lender->role;
    }
    std::vector<Part> kept;
    for (std::size_t i = 0; i < parts.size(); ++i)
        if (!lent[i]) kept.push_back(parts[i]);
    parts = std::move(kept);
}

BuyingRole roleOf(const Part& part) {
    if (part.role) return *part.role;
    if (part.department == Department::Procurement || part.department == Department::Legal ||
        part.department == Department::Security)
        return BuyingRole::Blocker;
    if (part.department == Department::Technology) return BuyingRole::TechnicalCheck;
    if (!part.seniority || *part.seniority <= Seniority::Specialist) return BuyingRole::EndUser;
    return *part.seniority == Seniority::Manager ? BuyingRole::Champion : BuyingRole::EconomicBuyer;
}

/// A title as it is looked at: its parts, all of them in one text, and where that begins to speak of somebody
/// else.
struct TitleText {
    explicit TitleText(QStringView title) : parts(partsOf(title)), whole(parts.join(u' ')) {
        othersInWhole = whole.size();
        qsizetype at = 0;
        for (const QString& part : parts) {
            hits.push_back(RuleBook::usual().hits(part));
            const bool before = othersInWhole < at;
            others.push_back(before ? 0 : othersFrom(part, hits.back()));
            if (!before && others.back() < part.size()) othersInWhole = at + others.back();
            at += part.size() + 1;
        }
    }

    QStringList parts;
    QString whole;
    std::vector<std::vector<RuleBook::Hit>> hits;  ///< per part
    std::vector<qsizetype> others;                 ///< per part
    qsizetype othersInWhole = 0;
};

std::vector<TitleReading> read(const TitleText& title) {
    std::vector<Part> parts;
    for (std::size_t i = 0; i < title.hits.size(); ++i)
        if (Part part = partOfHits(title.hits[i], title.others[i]); part.known())
            parts.push_back(std::move(part));
    shareRanks(parts);
    std::vector<TitleReading> readings;
    for (const Part& part : parts)
        readings.push_back({part.department, part.seniority, roleOf(part), part.rules()});
    // Of two readings with the same role, one without a department or with the same one says nothing more.
    std::vector<TitleReading> distinct;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        bool told = false;
        for (std::size_t j = 0; j < readings.size() && !told; ++j) {
            if (i == j || readings[i].role != readings[j].role) continue;
            const bool same = readings[i].department == readings[j].department;
            told = same ? j < i : !readings[i].department.has_value();
        }
        if (!told) distinct.push_back(readings[i]);
    }
    return distinct;
}

std::optional<Department> departmentOf(const QString& text) {
    for (const TitleReading& reading : readTitle(text))
        if (reading.department) return reading.department;
    return std::nullopt;
}

}  // namespace

QString departmentTitle(Department department) {
    static const char* const names[departmentCount] = {
        QT_TRANSLATE_NOOP("icp::Department", "General management"),
        QT_TRANSLATE_NOOP("icp::Department", "Operations"),
        QT_TRANSLATE_NOOP("icp::Department", "Customer service"),
        QT_TRANSLATE_NOOP("icp::Department", "Sales"),
        QT_TRANSLATE_NOOP("icp::Department", "Marketing"),
        QT_TRANSLATE_NOOP("icp::Department", "Finance"),
        QT_TRANSLATE_NOOP("icp::Department", "People"),
        QT_TRANSLATE_NOOP("icp::Department", "Product"),
        QT_TRANSLATE_NOOP("icp::Department", "Technology"),
        QT_TRANSLATE_NOOP("icp::Department", "Procurement"),
        QT_TRANSLATE_NOOP("icp::Department", "Legal and risk"),
        QT_TRANSLATE_NOOP("icp::Department", "Security")};
    return QCoreApplication::translate("icp::Department", names[int(department)]);
}

std::vector<TitleReading> readTitle(QStringView title) { return read(TitleText(title)); }

QString titlePattern(QStringView typed) {
    const QStringView text = typed.trimmed();
    const QString letters = partsOf(text).join(u' ');
    if (letters.isEmpty()) return {};
    return (text.startsWith(u'*') ? QStringLiteral("*") : QString()) + letters +
           (text.endsWith(u'*') ? QStringLiteral("*") : QString());
}

bool titleMatches(QStringView title, const QString& pattern) {
    const TitleText text(title);
    const qsizetype at = placeOf(text.whole, titlePattern(pattern)).first;
    return at >= 0 && at < text.othersInWhole;
}

TitleMatcher::TitleMatcher(const std::vector<Persona>& personas) {
    for (const Persona& persona : personas) {
        Member member{
            persona.role, departmentOf(persona.department), persona.seniority, persona.usualTitles, {}};
        for (const QString& typed : persona.titlePatterns + QStringList{persona.title})
            if (const QString pattern = titlePattern(typed); !pattern.isEmpty()) member.patterns << pattern;
        member.patterns.removeDuplicates();
        m_members.push_back(std::move(member));
    }
}

int TitleMatcher::nearest(const TitleReading& reading) const {
    int best = -1;
    int bestNear = -1;
    for (std::size_t i = 0; i < m_members.size(); ++i) {
        const Member& member = m_members[i];
        if (!member.usual || member.role != reading.role) continue;
        // The same department is nearest, none is nearer than another one; then the same with seniority.
        const auto near = [](const auto& wanted, const auto& read) {
            return !wanted ? 1 : wanted == read ? 2 : 0;
        };
        const int how =
            3 * near(member.department, reading.department) + near(member.seniority, reading.seniority);
        if (how > bestNear) {
            best = int(i);
            bestNear = how;
        }
    }
    return best;
}

std::vector<TitleMatch> TitleMatcher::match(QStringView title) const {
    const TitleText text(title);
    struct Own {
        qsizetype start;
        qsizetype end;
        TitleMatch match;
    };
    std::vector<Own> found;
    for (std::size_t i = 0; i < m_members.size(); ++i)
        for (const QString& pattern : m_members[i].patterns)
            if (const auto [at, end] = placeOf(text.whole, pattern); at >= 0 && at < text.othersInWhole)
                found.push_back({at, end, {int(i), pattern, true, std::nullopt}});
    std::stable_sort(found.begin(), found.end(),
                     [](const Own& a, const Own& b) { return a.end - a.start > b.end - b.start; });
    std::vector<std::pair<qsizetype, qsizetype>> free;  // parts that nobody has claimed
    qsizetype begin = 0;
    for (const QString& part : text.parts) {
        free.emplace_back(begin, begin + part.size());
        begin += part.size() + 1;
    }
    std::vector<TitleMatch> matches;
    const auto add = [&](const TitleMatch& match) {
        if (match.persona < 0 || std::none_of(matches.begin(), matches.end(), [&](const TitleMatch& other) {
                return other.persona == match.persona;
            }))
            matches.push_back(match);
    };
    for (const Own& own : found)
        if (std::erase_if(
                free, [&](const auto& part) { return own.start < part.second && part.first < own.end; }) > 0)
            add(own.match);
    if (!matches.empty()) return matches;
    for (const TitleReading& reading : read(text))
        add({nearest(reading), reading.decidedBy.join(QStringLiteral(" + ")), false, reading});
    return matches;
}

}  // namespace icp
