#include "app/importtext.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace icp::text {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::ImportText)
};

constexpr qsizetype mostTexts = 10;
constexpr qsizetype mostNames = 5;

QString title(Entity entity) {
    switch (entity) {
        case Entity::Account:
            return Words::tr("Accounts");
        case Entity::Deal:
            return Words::tr("Deals");
        case Entity::Contact:
            return Words::tr("Contacts");
        case Entity::Usage:
            break;
    }
    return Words::tr("Usage");
}

/// How rows found their account: "412 by id, 3 by domain".
QString ways(const Links& links) {
    QStringList parts;
    const auto add = [&](qint64 rows, const QString& way) {
        if (rows > 0) parts << way.arg(rows);
    };
    add(links.byId, Words::tr("%1 by id"));
    add(links.byDomain, Words::tr("%1 by domain"));
    add(links.byEmail, Words::tr("%1 by e-mail address"));
    add(links.byName, Words::tr("%1 by name"));
    add(links.byChoice, Words::tr("%1 by decision"));
    return parts.join(QStringLiteral(", "));
}

void addLinks(QStringList& lines, const Dataset& dataset, Entity entity) {
    const EntityTable& table = dataset.of(entity);
    if (table.rows() == 0) return;
    const Links& links = table.links;
    QString line =
        Words::tr("%1 with an account: %2 of %3").arg(title(entity)).arg(links.matched()).arg(table.rows());
    if (const QString how = ways(links); !how.isEmpty()) line += QStringLiteral(" (%1)").arg(how);
    lines << line;
    if (links.nameless > 0) lines << Words::tr("  Rows that name no account: %1").arg(links.nameless);
    for (const Unlinked& text : links.unlinked) {
        if (&text - links.unlinked.data() >= mostTexts) break;
        lines << (text.accounts == 0 ? Words::tr("  “%1” in %2, rows: %3; no account is known by it")
                                           .arg(text.text, text.column)
                                           .arg(text.rows)
                                     : Words::tr("  “%1” in %2, rows: %3; it is that of %4 accounts")
                                           .arg(text.text, text.column)
                                           .arg(text.rows)
                                           .arg(text.accounts));
    }
    if (const auto more = qsizetype(links.unlinked.size()) - mostTexts; more > 0)
        lines << Words::tr("  Further texts that name no account: %1").arg(more);
}

/// The first of the rows that have a name; empty when none has.
QString names(const Dataset& dataset, Entity entity, const std::vector<std::uint32_t>& rows) {
    QStringList shown;
    for (const std::uint32_t row : rows) {
        const QString name = rowName(dataset, entity, row);
        if (name.isEmpty()) continue;
        if (shown.size() == mostNames) return shown.join(QStringLiteral(", ")) + QStringLiteral(" …");
        shown << name;
    }
    return shown.join(QStringLiteral(", "));
}

void addChange(QStringList& lines, const Dataset& dataset, const ImportNews& news) {
    if (!news.change || !news.before) return;
    for (const EntityChange& change : news.change->entities) {
        if (change.before == 0 && change.after == 0) continue;
        lines << Words::tr("%1 since the last import: %2 new, %3 gone, %4 changed")
                     .arg(title(change.entity))
                     .arg(change.appeared.size())
                     .arg(change.vanished.size())
                     .arg(change.changed.size());
        if (change.keylessBefore > 0 || change.keyless > 0)
            lines << Words::tr(
                         "  Rows that have neither id nor name and cannot be recognised again: %1, "
                         "before %2")
                         .arg(change.keyless)
                         .arg(change.keylessBefore);
        if (const QString fresh = names(dataset, change.entity, change.appeared); !fresh.isEmpty())
            lines << Words::tr("  New: %1").arg(fresh);
        if (const QString gone = names(*news.before, change.entity, change.vanished); !gone.isEmpty())
            lines << Words::tr("  Gone: %1").arg(gone);
        if (!change.newAttributes.isEmpty())
            lines << Words::tr("  New columns: %1").arg(change.newAttributes.join(QStringLiteral(", ")));
        if (!change.vanishedAttributes.isEmpty())
            lines << Words::tr("  Columns that are gone: %1")
                         .arg(change.vanishedAttributes.join(QStringLiteral(", ")));
    }
    if (!news.change->outcomes.empty())
        lines << Words::tr("Deals with another outcome than at the last import: %1")
                     .arg(news.change->outcomes.size());
}

void addProposals(QStringList& lines, const ImportNews& news) {
    if (!news.proposals || news.proposals->empty()) return;
    lines
        << Words::tr(
               "Proposed, not applied: %1 levels to merge, %2 texts that mean nothing is known, %3 texts to "
               "link, %4 groups of accounts to merge. --json lists them, --accept applies them.")
               .arg(news.proposals->levels.size())
               .arg(news.proposals->missing.size())
               .arg(news.proposals->links.size())
               .arg(news.proposals->twins.size());
}

/// Per file, and per order its dates are read in, the columns in which no date tells day from month.
QStringList guessedDates(const Dataset& dataset) {
    std::map<std::pair<QString, QString>, QStringList> columns;
    for (const Issue& issue : dataset.issues)
        if (issue.code == u"date-ambiguous" && issue.severity == Severity::Warning)
            columns[{issue.file, issue.reason}] << issue.column;
    QStringList lines;
    for (const auto& [where, names] : columns)
        lines << Words::tr(
                     "%1: the order of day and month is a guess in %2. %3 Say --type "
                     "\"%1:%4=day-first\" or month-first to be sure.")
                     .arg(where.first, names.join(QStringLiteral(", ")), where.second, names.front());
    return lines;
}

/// Whether the code of an issue says that a cell has no value of its column's type.
bool isUnread(const QString& code) {
    static const QStringList kinds{QStringLiteral("number-"), QStringLiteral("date-"),
                                   QStringLiteral("boolean-"), QStringLiteral("duration-")};
    return std::any_of(kinds.begin(), kinds.end(),
                       [&](const QString& kind) { return code.startsWith(kind); });
}

/// What was asked for by a name that nothing here has.
QStringList passedOver(const Dataset& dataset) {
    QStringList lines;
    const ImportChoices& choices = dataset.choices;
    for (const QString& name : choices.use + choices.hide)
        if (dataset.find(name) == nullptr)
            lines
                << Words::tr("No attribute is called “%1”, so there is nothing to use or to hide.").arg(name);
    if (!choices.outcome) return lines;
    for (const QString& word : choices.outcome->won + choices.outcome->lost)
        if (std::none_of(dataset.outcomeWords.begin(), dataset.outcomeWords.end(),
                         [&](const OutcomeWord& one) { return folded(one.text) == folded(word); }))
            lines << Words::tr("No deal says “%1”, so the word decides nothing.").arg(word);
    return lines;
}

}  // namespace

QStringList imported(const Dataset& dataset, const ImportNews& news) {
    QStringList lines{Words::tr("%1 accounts, %2 deals, %3 contacts, %4 usage rows; %5 rows set aside.")
                          .arg(dataset.accounts.rows())
                          .arg(dataset.deals.rows())
                          .arg(dataset.contacts.rows())
                          .arg(dataset.usage.rows())
                          .arg(dataset.rejected.size())};
    for (const SourceFile& file : dataset.files)
        if (file.remembered.isValid())
            lines << Words::tr("%1: mapped as you did on %2.")
                         .arg(file.name, file.remembered.toString(Qt::ISODate));
    for (const Entity entity : {Entity::Deal, Entity::Contact, Entity::Usage})
        addLinks(lines, dataset, entity);
    lines << doubts(dataset);
    addChange(lines, dataset, news);
    addProposals(lines, news);
    return lines;
}

QStringList unread(const Dataset& dataset) {
    QStringList lines;
    for (std::size_t i = 0; i < dataset.files.size() && i < dataset.choices.files.size(); ++i) {
        const QHash<QString, ColumnWish>& wishes = dataset.choices.files[i].columns;
        for (const ColumnInfo& column : dataset.files[i].columnInfo) {
            const ColumnWish wish = wishes.value(column.header);
            if (!wish.type && !wish.decimal && !wish.dayFirst) continue;
            const Issue* first = nullptr;
            qint64 cells = 0;
            bool more = false;
            for (const Issue& issue : dataset.issues) {
                if (issue.file != dataset.files[i].name || issue.column != column.header) continue;
                more = more || issue.code == u"more";
                if (issue.row == 0 || issue.severity != Severity::Warning || !isUnread(issue.code)) continue;
                if (first == nullptr) first = &issue;
                ++cells;
            }
            if (first == nullptr) continue;
            lines << (more ? Words::tr("%1: cells of %2 that cannot be read as %3 and count as missing: over "
                                       "%4, the first is row %5, “%6”.")
                           : Words::tr("%1: cells of %2 that cannot be read as %3 and count as missing: %4, "
                                       "the first is row %5, “%6”."))
                         .arg(first->file, first->column, typeName(column.type))
                         .arg(cells)
                         .arg(first->row)
                         .arg(first->text);
        }
    }
    return lines;
}

QStringList doubts(const Dataset& dataset) {
    QStringList lines = passedOver(dataset) + unread(dataset);
    std::map<std::pair<QString, QString>, std::vector<const Issue*>> rows;
    for (const Issue& issue : dataset.issues) {
        if (issue.code == u"file-unused" || issue.code == u"account-through") lines << issue.reason;
        const bool ofRow = issue.column.isEmpty() || issue.code == u"row-shifted";
        const bool told = issue.code == u"account-unnamed";  // by addLinks()
        if (issue.severity == Severity::Warning && issue.row > 0 && ofRow && !told)
            rows[{issue.file, issue.code}].push_back(&issue);
    }
    lines << guessedDates(dataset);
    for (const auto& [where, issues] : rows)
        lines << Words::tr("%1: rows that look wrong and were kept: %2, the first is row %3. %4")
                     .arg(where.first)
                     .arg(issues.size())
                     .arg(issues.front()->row)
                     .arg(issues.front()->reason);
    return lines;
}

}  // namespace icp::text
