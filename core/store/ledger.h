#pragma once

#include "core/store/change.h"
#include "core/store/database.h"
#include "core/workshop/workshop.h"

#include <array>
#include <optional>
#include <vector>

namespace icp {

/// What the team wrote and the journal of how it came about: tables entity, step and change, and the same in
/// memory. Memory follows the file: when a change fails to be written, nothing has changed here either.
/// Throws StoreFailure.
class Ledger {
public:
    /// The settings of a new workshop. They are where the journal starts and cannot be undone.
    static void begin(Database& database, const Settings& settings);

    void load(Database& database);
    const Workshop& workshop() const { return m_workshop; }

    /// The changes as one step. A step that changes nothing is not written.
    void apply(Database& database, std::vector<Change> changes, Step place = Step::New);
    void undo(Database& database);
    void redo(Database& database);
    /// What undo() or redo() would do; none = nothing.
    const std::optional<QString>& undoText() const { return m_undo; }
    const std::optional<QString>& redoText() const { return m_redo; }

    static std::vector<Change> journal(Database& database);

private:
    struct Entity {
        QString id;
        QJsonObject body;
        friend bool operator==(const Entity&, const Entity&) = default;
    };
    static constexpr std::size_t kindCount = 16;
    using Entities = std::array<std::vector<Entity>, kindCount>;  // in the order of `kinds`

    /// Puts an entity at a place, or away when `body` is empty; tells where it was, -1 = nowhere, and what it
    /// was.
    static std::pair<int, QJsonObject> put(std::vector<Entity>& list, const QString& id,
                                           const QJsonObject& body, int position);
    /// Writes the changes into the newest step; false when they do not fit there.
    bool goOn(Database& database, const std::vector<Change>& changes,
              const std::vector<std::pair<int, int>>& positions);
    void beginStep(Database& database, const std::vector<Change>& changes,
                   const std::vector<std::pair<int, int>>& positions);
    void writeDifference(Database& database, const Entities& next) const;
    void step(Database& database, bool backwards);
    void loadTexts(Database& database);
    void compose();

    std::int64_t m_newest = 0;  ///< the step that was begun last, while changes may go on with it
    Entities m_entities;
    Workshop m_workshop;
    std::optional<QString> m_undo;
    std::optional<QString> m_redo;
};

}  // namespace icp
