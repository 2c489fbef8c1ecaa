#pragma once

#include "core/workshop/contacts.h"
#include "ui/widgets/card.h"

#include <QStringList>

class QVBoxLayout;

namespace icp::ui {

class Badge;
class Text;

/// Qualification in two steps: first whether the organisation fits, and only then who has to be convinced
/// there, and with what.
class QualificationCard : public Card {
    Q_OBJECT
public:
    explicit QualificationCard(QWidget* parent = nullptr);

    /// `reasons`: what decided the fit, in words.
    void show(const QString& company, const Qualification& qualification, const QStringList& reasons,
              const std::vector<Persona>& personas);
    void showNobody();

private:
    void addPlay(const Persona& persona, const Qualification::Play& play);

    Text* m_first;
    Badge* m_fit;
    Text* m_reasons;
    Text* m_second;
    Text* m_stop;
    QVBoxLayout* m_plays;
};

}  // namespace icp::ui
