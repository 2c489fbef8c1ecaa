#pragma once

#include "core/base/issue.h"
#include "core/table/entity.h"
#include "core/table/importchoices.h"
#include "core/table/table.h"

#include <QDate>
#include <QString>
#include <QStringList>

#include <array>
#include <memory>
#include <vector>

namespace icp {

/// What an attribute describes; charts, template and exports group by it.
enum class AttributeClass {
    Firmographic,
    Technology,
    Organisation,
    Behaviour,
    Environment,
    Geographic,
    Demographic,
    Psychographic,
    Specialised
};

/// What the analysis does with a column.
enum class AttributeUse {
    Feature,      ///< may explain the outcome
    Key,          ///< identifies or links rows
    Outcome,      ///< says how it ended (stage, amount, close date, churn)
    Description,  ///< shown but not analysed: names, addresses, free text
    LeftOut       ///< knows the outcome or is of no use; `reason` says why
};

/// The column `column` of an entity's table, with what it means.
struct Attribute {
    QString
        name;  ///< stable and unique in a dataset: "account.industry", or "account.x_" + slug of the header
    QString label;  ///< as shown: the header as the user knows it
    Entity entity = Entity::Account;
    AttributeClass cls = AttributeClass::Firmographic;
    AttributeUse use = AttributeUse::Feature;
    QString reason;  ///< one sentence, when LeftOut
    QString unit;    ///< "people", "EUR", "" ...
    int column = -1;
    QString verdict =
        {};  ///< why it is no feature, as ColumnInfo::verdict has it; empty when nothing is known
    QString caution = {};  ///< of what is analysed: why it may follow the outcome, one sentence; mostly empty
};

inline constexpr double staleBelow = 0.7;  ///< a row or column whose expected-valid share is lower is stale

inline constexpr std::uint32_t noRow = 0xFFFFFFFF;

/// A text by which rows named their account in vain.
struct Unlinked {
    QString text;
    QString column;       ///< label of the column it stands in
    qint64 rows = 0;      ///< rows that go without an account because of it
    qint64 accounts = 0;  ///< accounts that share it; 0 = nobody is known by it
};

/// How rows of an entity found their account.
struct Links {
    std::vector<std::uint32_t> account;  ///< per row: row in accounts, or noRow
    qint64 byId = 0;
    qint64 byDomain = 0;
    qint64 byEmail = 0;
    qint64 byName = 0;
    qint64 nameless = 0;             ///< rows that name no account at all
    std::vector<Unlinked> unlinked;  ///< most rows first; together with `nameless` all that are unmatched
    qint64 byChoice = 0;             ///< because the user said so; see core/proposals
    qint64 matched() const { return byId + byDomain + byEmail + byName + byChoice; }
    qint64 unmatched() const { return qint64(account.size()) - matched(); }
};

/// All rows of one entity. For accounts, links.account[r] == r.
struct EntityTable {
    std::shared_ptr<const Table> table = std::make_shared<const Table>();
    std::vector<Attribute> attributes;
    Links links;

    std::size_t rows() const { return table->rows; }
};

enum class DealState : std::uint8_t { Open, Won, Lost };
enum class AccountState : std::uint8_t { Unknown, Customer, Left };

/// A word of a stage, a status or a result, and what it was taken to say.
struct OutcomeWord {
    QString attribute;  ///< "deal.stage" ...
    QString text;
    qint64 deals = 0;
    DealState state = DealState::Open;  ///< what most of its deals are
    bool known = false;  ///< the word itself says so; otherwise its deals count as open or are told elsewhere
    bool decided = false;  ///< by the user
};

/// One column of a file, as it was understood and why.
struct ColumnInfo {
    QString header;
    QString attribute;  ///< Attribute::name
    ColumnType type = ColumnType::Text;
    QString evidence;   ///< one sentence: "1,204 of 1,214 cells are numbers with a decimal comma."
    double mapped = 0;  ///< how sure the mapping is, 0 to 1
    qint64 missing = 0;
    /// What it is worth: "useful", "key", "outcome", "description", or why it is not looked at: "leak",
    /// "empty", "nearly-empty", "constant", "duplicate", "unique", "free-text", "hidden".
    QString verdict = {};
    QString why = {};  ///< one sentence; empty when useful
    double valid =
        -1;  ///< share of its values expected to hold still, 0 to 1; -1 = nothing says how old they are
};

/// One imported file, as it was understood.
struct SourceFile {
    QString name;  ///< without path; with as many folders as tell it from the other files
    QString path;  ///< where it was, see ImportChoices::files; told in no output but the workshop's file
    Entity role = Entity::Account;
    QString vendor;         ///< "hubspot", "salesforce", "pipedrive", "zoho", "dynamics", "apollo", "generic"
    double vendorSure = 0;  ///< 0 to 1
    double roleSure = 0;    ///< 0 to 1
    QString signature;      ///< of its headers, see signatureOf()
    QString digest;         ///< SHA-256 of its bytes, 64 hex digits
    QDate remembered;       ///< the day of the decisions that were used again; invalid when none were
    qint64 rows = 0;        ///< data rows kept
    qint64 rejected = 0;
    int columns = 0;
    int columnsUsed = 0;
    QString format;     ///< "csv", "xlsx"
    QString encoding;   ///< "UTF-8" ...; empty for XLSX
    QString delimiter;  ///< "," ...; empty for XLSX
    QString decimal;    ///< "." or ","; empty when no number has one
    QString sheet;      ///< for XLSX
    QDate asOf;         ///< the newest day on which something in it happened; invalid when nothing is dated
    double valid =
        -1;  ///< share of its rows expected to hold still, 0 to 1; -1 = nothing says how old they are
    qint64 stale = 0;  ///< rows of which less than `staleBelow` is expected to hold
    std::vector<ColumnInfo> columnInfo;
};

/// A data row that was set aside, whole, with the reason.
struct RejectedRow {
    int file = 0;  ///< index into Dataset::files
    qint64 row = 0;
    QStringList cells;
    QString reason;
};

struct Dataset;

/// What a mended dataset was made from; every row of the import is still there.
struct Origin {
    std::shared_ptr<const Dataset> imported;
    std::vector<std::uint32_t> accountOf;     ///< per imported account: its row now; merged ones share one
    std::vector<std::uint32_t> importedFrom;  ///< per account: the imported row it goes by
};

/// What the imports of a workshop have become: linked, typed, immutable. Shared as std::shared_ptr<const
/// Dataset>.
struct Dataset {
    EntityTable accounts;
    EntityTable deals;
    EntityTable contacts;
    EntityTable usage;
    std::vector<DealState> dealState;        ///< per deal
    std::vector<AccountState> accountState;  ///< per account
    std::vector<SourceFile> files;
    std::vector<Issue> issues;
    std::vector<RejectedRow> rejected;
    std::vector<OutcomeWord> outcomeWords;  ///< by attribute, most deals first
    ImportChoices choices;  ///< what it was imported as, so that the next import can begin with it; the
                            ///< first of choices.files are those of `files`, those not used follow
    QDate asOf;           ///< the newest date in the data that is not in the future of the export
    QString fingerprint;  ///< 16 hex digits over the bytes of all files; printed as provenance
    std::shared_ptr<const Origin> origin;  ///< set when the user's decisions changed something; see mended()

    const EntityTable& of(Entity entity) const;
    /// nullptr when the dataset has no such attribute.
    const Attribute* find(QStringView name) const;
    /// The column of an attribute, or nullptr.
    const Column* column(QStringView name) const;
    const Column& column(const Attribute& attribute) const;
    /// For people: its name, else its id or domain; "Account 12" when nothing is known.
    QString accountName(std::size_t row) const;
};

/// Accounts that are or were customers: by their own word (accountState) or by a won deal. Every account when
/// nothing is known of anybody: neither a state nor a closed deal.
Bitmap customersOf(const Dataset& dataset);

QString className(AttributeClass cls);  ///< "firmographic" ...: for files
AttributeClass classFromName(QStringView name);
QString useName(AttributeUse use);
AttributeUse useFromName(QStringView name);

}  // namespace icp
