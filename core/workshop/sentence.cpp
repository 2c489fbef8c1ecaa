#include "core/workshop/sentence.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <utility>

namespace icp {

namespace {

class Composer {
    Q_DECLARE_TR_FUNCTIONS(icp::Sentence)
public:
    enum class Subject { Companies, Company, Customers, Customer };

    using Criteria = std::vector<const Criterion*>;

    explicit Composer(Subject subject) : m_subject(subject) { m_sentence.text = this->subject(); }

    /// Who is meant has all of these.
    void all(const Criteria& criteria) {
        sort(criteria);
        append(QStringLiteral(" "), m_verbatim, tr(" and "));
        append(tr(" in ", "Companies in Germany"), m_places, tr(" and "));
        append(tr(" with ", "Companies with 50 to 199 employees"), m_things, tr(" and "));
        append(tr(" that ", "Companies that use a cloud ERP"), m_actions, tr(" and "));
        append(m_sentence.emphasis.empty()
                   ? tr(" where ", "Companies where closing the books takes 9 days")
                   : tr(", where ", "Companies in Germany, where closing the books takes 9 days"),
               m_clauses, tr(" and "));
    }

    /// ... and at least one of these two or more.
    void any(const Criteria& criteria) {
        if (!m_sentence.emphasis.empty() && criteria.size() > mostAlternatives) {
            m_sentence.text +=
                tr(", and any of %1 shoulds", "Companies in Germany, and any of 5 shoulds: one is enough")
                    .arg(criteria.size());
            return;
        }
        sort(criteria);
        if (!m_sentence.emphasis.empty())
            m_sentence.text +=
                tr(", and either", "Companies in Germany, and either with 50 employees or that use SAP");
        bool first = true;
        const auto orAppend = [&](const QString& word, const QStringList& parts) {
            if (parts.isEmpty()) return;
            if (!std::exchange(first, false))
                m_sentence.text += tr(" or", "Companies in Germany or with 50 to 199 employees");
            append(word, parts, tr(" or "));
        };
        orAppend(QStringLiteral(" "), m_verbatim);
        orAppend(tr(" in ", "Companies in Germany"), m_places);
        orAppend(tr(" with ", "Companies with 50 to 199 employees"), m_things);
        orAppend(tr(" that ", "Companies that use a cloud ERP"), m_actions);
        orAppend(tr(" where ", "Companies where closing the books takes 9 days"), m_clauses);
    }

    Sentence sentence() const {
        Sentence whole = m_sentence;
        whole.text += u'.';
        return whole;
    }

private:
    static constexpr std::size_t mostAlternatives = 2;  // that are named behind what all have

    void sort(const Criteria& criteria) {
        for (QStringList* kind : {&m_verbatim, &m_places, &m_things, &m_actions, &m_clauses}) kind->clear();
        for (const Criterion* criterion : criteria) take(*criterion);
    }

    QString subject() const {
        switch (m_subject) {
            case Subject::Companies:
                return tr("Companies", "subject of the sentence that describes an ICP");
            case Subject::Company:
                return tr("A company", "subject of the sentence that describes one that is made up");
            case Subject::Customers:
                return tr("Customers", "the same where consumers are sold to");
            case Subject::Customer:
                return tr("A customer", "the same where consumers are sold to");
        }
        return {};
    }

    /// Files a criterion's text under the word that can stand before it.
    void take(const Criterion& criterion) {
        static const QRegularExpression verbatim(
            QStringLiteral("^(in|with|without|from|that|which|who|whose|using|based|located|founded|"
                           "headquartered|selling)\\b"),
            QRegularExpression::CaseInsensitiveOption);
        static const QRegularExpression clause(
            QStringLiteral("\\s(is|are|has|have|takes|take|uses|use|runs|run|needs|need|wants|want|grows|"
                           "grow|costs|cost|lasts|last)\\s"));
        static const QRegularExpression counted(QStringLiteral("^(\\p{L}[^\\d:]*) of (\\d.*)$"),
                                                QRegularExpression::UseUnicodePropertiesOption);
        static const QRegularExpression ranged(
            QStringLiteral(
                "^(\\p{L}\\D*?\\p{L}) ((?:up to |under |over |from |at least )?[^\\d\\s]{0,4}\\d.*)$"),
            QRegularExpression::UseUnicodePropertiesOption);
        const QString text = criterion.text.simplified();
        const QString plain = inSentence(text, criterion);
        const bool isRange = criterion.condition && criterion.condition->op == Condition::Op::Range;
        if (const auto colon = text.indexOf(QLatin1String(": ")); colon > 0)
            takeLabelled(criterion, text.left(colon), text.mid(colon + 2));
        else if (verbatim.match(text).hasMatch())
            m_verbatim << plain;
        else if (const QString does = action(plain); !does.isEmpty())
            m_actions << does;
        else if (clause.match(text).hasMatch())
            m_clauses << plain;
        else if (isPlace(criterion))
            m_places << text;
        else if (const auto count = counted.match(plain); count.hasMatch())
            m_things << tr("%1 of %2", "a finance team of 4 to 25")
                            .arg(withArticle(count.captured(1)), count.captured(2));
        else if (const auto match = ranged.match(plain); match.hasMatch() && isRange)
            takeRange(match.captured(1), match.captured(2));
        else
            m_things << plain;
    }

    /// "runs a cloud ERP" as "run a cloud ERP" where there are many; empty when the text does not begin with
    /// a verb.
    QString action(const QString& text) const {
        static const QSet<QString> verbs{
            QStringLiteral("uses"),  QStringLiteral("runs"),     QStringLiteral("needs"),
            QStringLiteral("wants"), QStringLiteral("sells"),    QStringLiteral("buys"),
            QStringLiteral("hires"), QStringLiteral("owns"),     QStringLiteral("works"),
            QStringLiteral("takes"), QStringLiteral("operates"), QStringLiteral("serves"),
            QStringLiteral("makes"), QStringLiteral("ships"),    QStringLiteral("employs"),
            QStringLiteral("spends")};
        const QString verb = text.section(u' ', 0, 0);
        const QString rest = text.mid(verb.size());
        if (m_subject == Subject::Company || m_subject == Subject::Customer)
            return verb == u"is" || verb == u"has" || verbs.contains(verb) ? text : QString();
        if (verb == u"is" || verb == u"has")
            return (verb == u"is" ? QStringLiteral("are") : QStringLiteral("have")) + rest;
        return verbs.contains(verb) ? verb.chopped(1) + rest : QString();
    }

    /// "Industry: Logistics, Wholesale", as criteria from the analysis read.
    void takeLabelled(const Criterion& criterion, const QString& label, const QString& value) {
        const QString name = inSentence(label, criterion);
        const auto op = criterion.condition ? criterion.condition->op : Condition::Op::Missing;
        const QStringList values = criterion.condition ? criterion.condition->values : QStringList();
        const QString levels = alternatives(values, value);
        if (op == Condition::Op::In && values == QStringList{QStringLiteral("yes")}) {
            const QString does = action(name);
            (does.isEmpty() ? m_things : m_actions) << (does.isEmpty() ? name : does);
        } else if (op == Condition::Op::In && values == QStringList{QStringLiteral("no")}) {
            m_verbatim << tr("without %1").arg(name);
        } else if (op == Condition::Op::In && isPlace(criterion)) {
            m_places << levels;
        } else if (op == Condition::Op::Has && isShort(values)) {
            m_things << levels;
        } else if (op == Condition::Op::HasNot && isShort(values)) {
            m_verbatim << tr("without %1").arg(levels);
        } else {
            m_things << name + u' ' + (op == Condition::Op::In ? levels : value);
        }
    }

    /// "employees", "50 to 199": there are so many of them; "team size", "4 to 25": it is so big.
    void takeRange(const QString& what, const QString& range) {
        m_things << (what.endsWith(u's')
                         ? range + u' ' + what
                         : tr("%1 of %2", "a finance team of 4 to 25").arg(withArticle(what), range));
    }

    static bool isPlace(const Criterion& criterion) {
        return criterion.condition && criterion.condition->op == Condition::Op::In &&
               QStringList{QStringLiteral("account.industry"), QStringLiteral("account.country"),
                           QStringLiteral("account.region"), QStringLiteral("account.city")}
                   .contains(criterion.condition->attribute);
    }

    static QString withArticle(const QString& noun) {
        return QStringLiteral("aeiou").contains(noun.front()) ? tr("an %1").arg(noun) : tr("a %1").arg(noun);
    }

    static bool isShort(const QStringList& values) { return !values.isEmpty() && values.size() <= 4; }

    /// The condition's own values as "Logistics or Wholesale"; the text as it stands when they are too many
    /// to read.
    static QString alternatives(const QStringList& values, const QString& text) {
        return isShort(values) ? joined(values, tr(" or ")) : text;
    }

    static QString joined(QStringList parts, const QString& last) {
        const QString tail = parts.takeLast();
        return parts.isEmpty() ? tail : parts.join(tr(", ")) + last + tail;
    }

    /// With a small first letter, unless the first word is a name or an abbreviation.
    static QString inSentence(const QString& text, const Criterion& criterion) {
        const QString first = text.section(u' ', 0, 0);
        const bool shouted = first.size() > 1 && first.mid(1) != first.mid(1).toLower();
        const bool named = criterion.condition &&
                           std::any_of(criterion.condition->values.begin(), criterion.condition->values.end(),
                                       [&](const QString& value) { return value.startsWith(first); });
        if (shouted || named || text.isEmpty()) return text;
        // "Annual Revenue 20M–100M" -> "annual revenue 20M–100M": headers are often written Like This.
        QStringList words = text.split(u' ');
        for (QString& word : words) {
            if (word.contains(QRegularExpression(QStringLiteral("[\\d:]")))) break;
            const bool header = word.mid(1) == word.mid(1).toLower();
            if (header) word = word.toLower();
        }
        return words.join(u' ');
    }

    void append(const QString& word, const QStringList& parts, const QString& last) {
        for (qsizetype i = 0; i < parts.size(); ++i) {
            m_sentence.text += i == 0 ? word : i + 1 == parts.size() ? last : tr(", ");
            m_sentence.emphasis.emplace_back(int(m_sentence.text.size()), int(parts[i].size()));
            m_sentence.text += parts[i];
        }
    }

    Subject m_subject;
    QStringList m_verbatim;  // "founded after 2010"
    QStringList m_places;    // in ...
    QStringList m_things;    // with ...
    QStringList m_actions;   // that ...
    QStringList m_clauses;   // where ...
    Sentence m_sentence;
};

/// What the sentence may name of this importance: of shoulds behind musts only those that fit asks for.
std::vector<const Criterion*> named(const Icp& icp, Importance importance, bool computed) {
    std::vector<const Criterion*> criteria;
    for (const Criterion& criterion : icp.criteria)
        if (criterion.importance == importance && criterion.section != Section::Exclusions &&
            criterion.section != Section::StretchLimits && !criterion.text.trimmed().isEmpty() &&
            (!computed || criterion.condition))
            criteria.push_back(&criterion);
    return criteria;
}

}  // namespace

Sentence sentence(const Icp& icp, bool consumers) {
    if (!icp.sentence.trimmed().isEmpty()) return {icp.sentence.trimmed(), {}};
    std::vector<const Criterion*> all = named(icp, Importance::Must, false);
    std::vector<const Criterion*> any = named(icp, Importance::Should, !all.empty());
    if (any.size() == 1) all.push_back(std::exchange(any, {}).front());
    if (all.empty() && any.empty()) return {};
    Composer composer(consumers ? Composer::Subject::Customers : Composer::Subject::Companies);
    if (!all.empty()) composer.all(all);
    if (!any.empty()) composer.any(any);
    return composer.sentence();
}

Sentence sentence(const Icp& icp) { return sentence(icp, false); }

Sentence companySentence(const std::vector<Criterion>& criteria, bool consumers) {
    std::vector<const Criterion*> all;
    for (const Criterion& criterion : criteria)
        if (!criterion.text.trimmed().isEmpty()) all.push_back(&criterion);
    if (all.empty()) return {};
    Composer composer(consumers ? Composer::Subject::Customer : Composer::Subject::Company);
    composer.all(all);
    return composer.sentence();
}

Sentence companySentence(const std::vector<Criterion>& criteria) { return companySentence(criteria, false); }

}  // namespace icp
