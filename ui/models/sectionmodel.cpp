#include "ui/models/sectionmodel.h"

#include <QCoreApplication>

namespace icp::ui {

QString sectionTitle(Section section) {
    switch (section) {
        case Section::KeyChallenge:
            return QCoreApplication::translate("icp::ui::Sections", "Key challenge");
        case Section::Organisation:
            return QCoreApplication::translate("icp::ui::Sections", "Organisation");
        case Section::Firmographic:
            return QCoreApplication::translate("icp::ui::Sections", "Firmographic");
        case Section::Technology:
            return QCoreApplication::translate("icp::ui::Sections", "Technology");
        case Section::Behaviour:
            return QCoreApplication::translate("icp::ui::Sections", "Behaviour");
        case Section::Specialised:
            return QCoreApplication::translate("icp::ui::Sections", "Special data");
        case Section::Exclusions:
            return QCoreApplication::translate("icp::ui::Sections", "Exclusions");
        case Section::StretchLimits:
            return QCoreApplication::translate("icp::ui::Sections", "Stretch limits");
    }
    return {};
}

QString sectionQuestion(Section section) {
    switch (section) {
        case Section::KeyChallenge:
            return QCoreApplication::translate("icp::ui::Sections",
                                               "Which problem do they all have, and know they have?");
        case Section::Organisation:
            return QCoreApplication::translate("icp::ui::Sections",
                                               "How is the team organised that would use it?");
        case Section::Firmographic:
            return QCoreApplication::translate("icp::ui::Sections", "Which size, industry and place?");
        case Section::Technology:
            return QCoreApplication::translate("icp::ui::Sections",
                                               "Which systems do they run that help or stall a deal?");
        case Section::Behaviour:
            return QCoreApplication::translate("icp::ui::Sections", "What do they do that tells them apart?");
        case Section::Specialised:
            return QCoreApplication::translate("icp::ui::Sections",
                                               "Which one to three facts are worth looking up?");
        case Section::Exclusions:
            return QCoreApplication::translate("icp::ui::Sections", "Who is never a good fit?");
        case Section::StretchLimits:
            return QCoreApplication::translate("icp::ui::Sections",
                                               "How far outside may a customer be, after vetting?");
    }
    return {};
}

QString sectionIcon(Section section) {
    switch (section) {
        case Section::KeyChallenge:
            return QStringLiteral("bolt");
        case Section::Organisation:
            return QStringLiteral("org");
        case Section::Firmographic:
            return QStringLiteral("building");
        case Section::Technology:
            return QStringLiteral("chip");
        case Section::Behaviour:
            return QStringLiteral("cursor");
        case Section::Specialised:
            return QStringLiteral("search");
        case Section::Exclusions:
            return QStringLiteral("ban");
        case Section::StretchLimits:
            return QStringLiteral("fence");
    }
    return {};
}

QString importanceTitle(Importance importance) {
    switch (importance) {
        case Importance::Must:
            return QCoreApplication::translate("icp::ui::Sections", "Must");
        case Importance::Should:
            return QCoreApplication::translate("icp::ui::Sections", "Should");
        case Importance::Nice:
            return QCoreApplication::translate("icp::ui::Sections", "Nice");
        case Importance::Exclude:
            return QCoreApplication::translate("icp::ui::Sections", "Exclude");
    }
    return {};
}

void SectionModel::setIcp(const Icp& icp) {
    std::array<int, sectionCount> counts{};
    for (const Criterion& criterion : icp.criteria) ++counts[std::size_t(criterion.section)];
    if (counts == m_counts) return;
    m_counts = counts;
    Q_EMIT dataChanged(index(0), index(sectionCount - 1));
}

int SectionModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : sectionCount; }

QVariant SectionModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Section section = Section(index.row());
    const int count = m_counts[std::size_t(index.row())];
    const bool missing = section == Section::KeyChallenge && count == 0;
    switch (role) {
        case Qt::DisplayRole:
            return sectionTitle(section);
        case Qt::ToolTipRole:
            return sectionQuestion(section);
        case Qt::AccessibleTextRole:
            return missing ? tr("%1, required, nothing yet").arg(sectionTitle(section))
                           : tr("%1: %2").arg(sectionTitle(section)).arg(count);
        case CountRole:
            return count;
        case CountTextRole:
            if (missing) return tr("required");
            return section == Section::Specialised ? tr("%1 of 3").arg(count) : QString::number(count);
        case IconRole:
            return sectionIcon(section);
        case MissingRole:
            return missing;
        default:
            return {};
    }
}

}  // namespace icp::ui
