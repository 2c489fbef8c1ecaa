#include "core/store/ledger.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace icp {

namespace {

enum Kind : std::size_t {
    SettingsKind,
    IcpKind,
    PersonaKind,
    PinKind,
    DecisionKind,
    MarketKind,
    OpeningKind,
    ClaimKind,
    VersionKind,
    FitKind,
    ActionKind,
    PracticeKind,
    AnswerKind,
    ResearchKind,
    DotVoteKind,
    AcknowledgementKind
};
const std::array<QString, 16> kinds{QStringLiteral("settings"), QStringLiteral("icp"),
                                    QStringLiteral("persona"),  QStringLiteral("pin"),
                                    QStringLiteral("decision"), QStringLiteral("market"),
                                    QStringLiteral("opening"),  QStringLiteral("claim"),
                                    QStringLiteral("version"),  QStringLiteral("fit"),
                                    QStringLiteral("action"),   QStringLiteral("practice"),
                                    QStringLiteral("answer"),   QStringLiteral("research"),
                                    QStringLiteral("dotvote"),  QStringLiteral("acknowledgement")};

std::optional<std::size_t> kindOf(const QString& name) {
    const auto it = std::find(kinds.begin(), kinds.end(), name);
    return it == kinds.end() ? std::nullopt : std::optional(std::size_t(it - kinds.begin()));
}

QString textOf(const QJsonObject& body) {
    return QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact));
}

QJsonObject bodyOf(const Statement& statement, int column) {
    return QJsonDocument::fromJson(statement.text(column).toUtf8()).object();
}

void bindBody(Statement& statement, int index, const QJsonObject& body) {
    if (body.isEmpty())
        statement.bindNull(index);
    else
        statement.bind(index, textOf(body));
}

void bindPosition(Statement& statement, int index, int position) {
    if (position < 0)
        statement.bindNull(index);
    else
        statement.bind(index, position);
}

QString timeStamp() { return QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs); }

}  // namespace

void Ledger::begin(Database& database, const Settings& settings) {
    Statement insert =
        database.prepare("INSERT INTO entity (kind, id, position, body) VALUES (?1, ?1, 0, ?2)");
    insert.bind(1, kinds[SettingsKind]).bind(2, textOf(toJson(settings))).run();
}

void Ledger::load(Database& database) {
    m_entities = {};
    Statement select = database.prepare("SELECT kind, id, body FROM entity ORDER BY kind, position, id");
    while (select.row())
        if (const auto kind = kindOf(select.text(0)))
            m_entities[*kind].push_back({select.text(1), bodyOf(select, 2)});
    loadTexts(database);
    compose();
}

std::pair<int, QJsonObject> Ledger::put(std::vector<Entity>& list, const QString& id, const QJsonObject& body,
                                        int position) {
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Entity& entity) { return entity.id == id; });
    const int was = found == list.end() ? -1 : int(found - list.begin());
    QJsonObject before;
    if (found != list.end()) {
        before = found->body;
        list.erase(found);
    }
    if (!body.isEmpty()) {
        const int size = int(list.size());
        const int wanted = position >= 0 ? position : was >= 0 ? was : size;
        list.insert(list.begin() + std::min(wanted, size), {id, body});
    }
    return {was, before};
}

bool Ledger::goOn(Database& database, const std::vector<Change>& changes,
                  const std::vector<std::pair<int, int>>& positions) {
    if (database.number("SELECT count(*) FROM step WHERE state = 'undone'") > 0) return false;
    const auto number = database.number("SELECT max(number) FROM step WHERE state = 'done'");
    if (number == 0 || number != m_newest) return false;
    Statement select = database.prepare(
        "SELECT number, kind, id, before, position_before, position_after FROM change "
        "WHERE step = ? ORDER BY number");
    select.bind(1, number);
    std::vector<std::int64_t> rows;
    bool fits = true;
    bool back = true;  // everything is as it was before the step
    while (select.row()) {
        const std::size_t i = rows.size();
        rows.push_back(select.integer(0));
        fits = fits && i < changes.size() && select.text(1) == changes[i].entity &&
               select.text(2) == changes[i].id && !select.isNull(5) &&
               positions[i].first == positions[i].second && select.integer(5) == positions[i].second &&
               !changes[i].after.isEmpty();
        if (fits)
            back = back && !select.isNull(4) && select.integer(4) == positions[i].second &&
                   bodyOf(select, 3) == changes[i].after;
    }
    if (!fits || rows.size() != changes.size()) return false;
    Statement update = database.prepare("UPDATE change SET after = ? WHERE number = ?");
    for (std::size_t i = 0; i < changes.size(); ++i) {
        bindBody(update, 1, changes[i].after);
        update.bind(2, rows[i]).run();
    }
    Statement mark = database.prepare("UPDATE step SET state = ?, time = ? WHERE number = ?");
    mark.bind(1, back ? QStringLiteral("dropped") : QStringLiteral("done"))
        .bind(2, timeStamp())
        .bind(3, number)
        .run();
    if (back) m_newest = 0;
    return true;
}

void Ledger::apply(Database& database, std::vector<Change> changes, Step place) {
    Entities next = m_entities;
    std::vector<std::pair<int, int>> positions;  // of each change, before and after
    std::erase_if(changes, [&](Change& change) {
        const auto kind = kindOf(change.entity);
        if (kind == SettingsKind) change.id = change.entity;
        if (!kind || change.id.isEmpty() || (kind == SettingsKind && change.after.isEmpty()))
            throw StoreFailure{
                {ErrorCode::Internal,
                 QCoreApplication::translate("icp::WorkshopFile", "This change makes no sense."),
                 change.entity + u' ' + change.id}};
        std::vector<Entity>& list = next[*kind];
        const std::vector<Entity> former = list;
        const auto [was, before] = put(list, change.id, change.after, change.position);
        if (kind == VersionKind && !before.isEmpty() && before != change.after)
            throw StoreFailure{
                {ErrorCode::Conflict,
                 QCoreApplication::translate("icp::WorkshopFile",
                                             "A version that was agreed cannot be changed. Agree a new one."),
                 change.id}};
        change.before = before;
        if (list == former) return true;
        const auto at =
            std::find_if(list.begin(), list.end(), [&](const Entity& e) { return e.id == change.id; });
        positions.emplace_back(was, at == list.end() ? -1 : int(at - list.begin()));
        return false;
    });
    if (changes.empty()) return;

    Transaction transaction(database);
    if (place == Step::New || !goOn(database, changes, positions)) beginStep(database, changes, positions);
    writeDifference(database, next);
    transaction.commit();
    m_entities = std::move(next);
    loadTexts(database);
    compose();
}

void Ledger::beginStep(Database& database, const std::vector<Change>& changes,
                       const std::vector<std::pair<int, int>>& positions) {
    database.run("UPDATE step SET state = 'dropped' WHERE state = 'undone'");
    const auto number = database.number("SELECT max(number) FROM step") + 1;
    m_newest = number;
    Statement step =
        database.prepare("INSERT INTO step (number, state, text, author, time) VALUES (?, 'done', ?, ?, ?)");
    step.bind(1, number)
        .bind(2, changes.front().text)
        .bind(3, changes.front().author)
        .bind(4, timeStamp())
        .run();
    Statement insert = database.prepare(
        "INSERT INTO change (step, kind, id, before, after, position_before, position_after) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)");
    for (std::size_t i = 0; i < changes.size(); ++i) {
        insert.bind(1, number).bind(2, changes[i].entity).bind(3, changes[i].id);
        bindBody(insert, 4, changes[i].before);
        bindBody(insert, 5, changes[i].after);
        bindPosition(insert, 6, positions[i].first);
        bindPosition(insert, 7, positions[i].second);
        insert.run();
    }
}

void Ledger::undo(Database& database) { step(database, true); }
void Ledger::redo(Database& database) { step(database, false); }

void Ledger::step(Database& database, bool backwards) {
    Transaction transaction(database);
    const auto number = database.number(backwards ? "SELECT max(number) FROM step WHERE state = 'done'"
                                                  : "SELECT min(number) FROM step WHERE state = 'undone'");
    if (number == 0) return;
    Entities next = m_entities;
    Statement select = database.prepare(
        backwards ? "SELECT kind, id, before, position_before FROM change WHERE step = ? ORDER BY number DESC"
                  : "SELECT kind, id, after, position_after FROM change WHERE step = ? ORDER BY number");
    select.bind(1, number);
    while (select.row())
        if (const auto kind = kindOf(select.text(0)))
            put(next[*kind], select.text(1), bodyOf(select, 2),
                select.isNull(3) ? -1 : int(select.integer(3)));
    Statement mark = database.prepare("UPDATE step SET state = ? WHERE number = ?");
    mark.bind(1, backwards ? QStringLiteral("undone") : QStringLiteral("done")).bind(2, number).run();
    writeDifference(database, next);
    transaction.commit();
    m_entities = std::move(next);
    loadTexts(database);
    compose();
}

void Ledger::writeDifference(Database& database, const Entities& next) const {
    Statement remove = database.prepare("DELETE FROM entity WHERE kind = ? AND id = ?");
    Statement write = database.prepare(
        "INSERT INTO entity (kind, id, position, body) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (kind, id) DO UPDATE SET position = excluded.position, body = excluded.body");
    for (std::size_t kind = 0; kind < kindCount; ++kind) {
        const std::vector<Entity>& old = m_entities[kind];
        const std::vector<Entity>& list = next[kind];
        for (const Entity& entity : old)
            if (std::none_of(list.begin(), list.end(), [&](const Entity& e) { return e.id == entity.id; }))
                remove.bind(1, kinds[kind]).bind(2, entity.id).run();
        for (std::size_t i = 0; i < list.size(); ++i)
            if (i >= old.size() || !(old[i] == list[i]))
                write.bind(1, kinds[kind])
                    .bind(2, list[i].id)
                    .bind(3, int(i))
                    .bind(4, textOf(list[i].body))
                    .run();
    }
}

void Ledger::loadTexts(Database& database) {
    const auto text = [&](const QByteArray& sql) {
        Statement select = database.prepare(sql);
        return select.row() ? std::optional(select.text(0)) : std::nullopt;
    };
    m_undo = text("SELECT text FROM step WHERE state = 'done' ORDER BY number DESC LIMIT 1");
    m_redo = text("SELECT text FROM step WHERE state = 'undone' ORDER BY number LIMIT 1");
}

void Ledger::compose() {
    m_workshop = {};
    for (const Entity& entity : m_entities[SettingsKind]) m_workshop.settings = settingsFromJson(entity.body);
    const auto read = [this](Kind kind, auto& list, auto fromJson) {
        for (const Entity& entity : m_entities[kind]) list.push_back(fromJson(entity.body));
    };
    read(IcpKind, m_workshop.icps, icpFromJson);
    read(PersonaKind, m_workshop.personas, personaFromJson);
    read(PinKind, m_workshop.pins, pinFromJson);
    read(MarketKind, m_workshop.markets, marketFromJson);
    read(OpeningKind, m_workshop.openings, openingFromJson);
    read(ClaimKind, m_workshop.claims, claimFromJson);
    read(VersionKind, m_workshop.versions, versionFromJson);
    read(FitKind, m_workshop.fits, fitDecisionFromJson);
    read(ActionKind, m_workshop.actions, actionFromJson);
    read(PracticeKind, m_workshop.practices, practiceFromJson);
    read(AnswerKind, m_workshop.answers, promptAnswerFromJson);
    read(ResearchKind, m_workshop.research, researchItemFromJson);
    read(DotVoteKind, m_workshop.votes, dotVoteFromJson);
    read(AcknowledgementKind, m_workshop.acknowledgements, acknowledgementFromJson);
    for (const Entity& entity : m_entities[DecisionKind]) add(m_workshop.decisions, entity.body);
}

std::vector<Change> Ledger::journal(Database& database) {
    std::vector<Change> changes;
    Statement select = database.prepare(
        "SELECT change.number, kind, id, before, after, position_after, text, author, time, state "
        "FROM change JOIN step ON step.number = change.step ORDER BY change.number");
    while (select.row()) {
        Change change;
        change.number = select.integer(0);
        change.entity = select.text(1);
        change.id = select.text(2);
        change.before = bodyOf(select, 3);
        change.after = bodyOf(select, 4);
        change.position = select.isNull(5) ? -1 : int(select.integer(5));
        change.text = select.text(6);
        change.author = select.text(7);
        change.time = QDateTime::fromString(select.text(8), Qt::ISODateWithMs);
        change.inEffect = select.text(9) == u"done";
        changes.push_back(std::move(change));
    }
    return changes;
}

}  // namespace icp
