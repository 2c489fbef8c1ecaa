#include "core/base/text.h"
#include "core/draft/draft.h"
#include "core/workshop/contacts.h"
#include "core/workshop/workshop.h"

#include <array>
#include <map>

namespace icp {

namespace {

/// Counts spellings of what is the same but for case and accents.
class Commonest {
public:
    void add(const QString& text) {
        if (const QString key = folded(text); !key.isEmpty()) {
            ++m_counts[key].first;
            ++m_counts[key].second[text];
        }
    }

    /// The most frequent text in its most frequent spelling; of equals the first in order. Empty when there
    /// is none.
    QString text() const {
        const std::map<QString, int>* spellings = nullptr;
        int most = 0;
        for (const auto& [key, entry] : m_counts)
            if (entry.first > most) {
                most = entry.first;
                spellings = &entry.second;
            }
        QString result;
        int often = 0;
        for (const auto& [spelling, count] : spellings != nullptr ? *spellings : std::map<QString, int>())
            if (count > often) {
                often = count;
                result = spelling;
            }
        return result;
    }

private:
    std::map<QString, std::pair<int, std::map<QString, int>>> m_counts;
};

struct RoleTexts {
    Commonest titles;
    Commonest departments;
};

std::array<RoleTexts, buyingRoleCount> collect(const Dataset& dataset, const Bitmap* accounts) {
    std::array<RoleTexts, buyingRoleCount> texts;
    const Column* titles = dataset.column(u"contact.title");
    const Column* departments = dataset.column(u"contact.department");
    for (std::size_t contact = 0; titles != nullptr && contact < titles->size(); ++contact) {
        const std::uint32_t account = dataset.contacts.links.account[contact];
        if (titles->isMissing(contact) ||
            (accounts != nullptr && (account == noRow || !accounts->test(account))))
            continue;
        const QString title = toQString(titles->display(contact)).simplified();
        for (const TitleReading& reading : readTitle(title)) {
            RoleTexts& role = texts[std::size_t(reading.role)];
            role.titles.add(title);
            if (departments != nullptr && !departments->isMissing(contact))
                role.departments.add(toQString(departments->display(contact)).simplified());
        }
    }
    return texts;
}

}  // namespace

std::vector<Persona> draftPersonas(const Dataset& dataset, const Icp& icp) {
    std::vector<Persona> panel = emptyPanel(icp.id);
    const Bitmap won = wonAccounts(dataset);
    const auto texts = collect(dataset, won.any() ? &won : nullptr);
    for (Persona& persona : panel) {
        persona.title = texts[std::size_t(persona.role)].titles.text();
        persona.department = texts[std::size_t(persona.role)].departments.text();
    }
    return panel;
}

}  // namespace icp
