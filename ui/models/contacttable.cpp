#include "ui/models/contacttable.h"

#include "core/base/shown.h"
#include "core/deck/personaslide.h"

#include <algorithm>

namespace icp::ui {

void ContactTableModel::show(std::shared_ptr<const AccountFacts> facts,
                             std::shared_ptr<const Contacts> contacts, const std::vector<Fit>& fit,
                             const std::vector<Persona>& personas) {
    beginResetModel();
    m_facts = std::move(facts);
    m_contacts = std::move(contacts);
    m_fit = fit;
    m_personas = personas;
    narrow();
    endResetModel();
}

void ContactTableModel::setSearch(const QString& text) {
    beginResetModel();
    m_search = text.trimmed();
    narrow();
    endResetModel();
}

void ContactTableModel::setBand(std::optional<ContactBand> band) {
    beginResetModel();
    m_band = band;
    narrow();
    endResetModel();
}

void ContactTableModel::setFittingOnly(bool only) {
    beginResetModel();
    m_fittingOnly = only;
    narrow();
    endResetModel();
}

void ContactTableModel::narrow() {
    m_shown.clear();
    m_counts = {};
    if (m_contacts->people.size() != m_facts->size()) return;  // of other data: new ones are on their way
    for (const std::uint32_t account : m_facts->byValue()) {
        const Fit fit = fitOf(account);
        if (m_fittingOnly && fit != Fit::Ideal && fit != Fit::Stretch) continue;
        const ContactBand band = bandOf(m_contacts->people[account]);
        ++m_counts[std::size_t(band)];
        if ((!m_band || *m_band == band) &&
            (m_search.isEmpty() || m_facts->name(account).contains(m_search, Qt::CaseInsensitive)))
            m_shown.push_back(account);
    }
    std::stable_sort(m_shown.begin(), m_shown.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return fitOf(a) < fitOf(b); });
}

int ContactTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

int ContactTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ContactTableModel::text(std::uint32_t account, int column) const {
    switch (column) {
        case Name:
            return m_facts->name(account);
        case Tier:
            switch (fitOf(account)) {
                case Fit::Ideal:
                    return tr("1, ideal");
                case Fit::Stretch:
                    return tr("2, stretch");
                case Fit::Bad:
                    return tr("none, bad");
                case Fit::None:
                    return tr("not judged");
            }
            return {};
        case People:
            return countText(m_contacts->people[account]);
        case Roles:
            return countText(m_contacts->roles(account));
        default: {
            QStringList missing;
            for (std::size_t i = 0; i < m_personas.size() && i < m_contacts->known.size(); ++i)
                if (!m_contacts->known[i].test(account)) missing << roleTitle(m_personas[i].role);
            missing.removeDuplicates();
            return missing.isEmpty() ? tr("nobody") : missing.join(QStringLiteral(", "));
        }
    }
}

QVariant ContactTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return text(m_shown[std::size_t(index.row())], index.column());
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (index.column() == People || index.column() == Roles ? Qt::AlignRight : Qt::AlignLeft) |
            Qt::AlignVCenter));
    return {};
}

QVariant ContactTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(
            (section == People || section == Roles ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole) return {};
    switch (section) {
        case Name:
            return tr("Company");
        case Tier:
            return tr("Tier and fit");
        case People:
            return tr("Contacts");
        case Roles:
            return tr("Roles");
        default:
            return tr("Missing");
    }
}

}  // namespace icp::ui
