#pragma once

#include "core/workshop/icp.h"

#include <QFrame>

#include <memory>
#include <optional>

class QComboBox;
class QLabel;
class QLineEdit;
class QHBoxLayout;
class QPushButton;

namespace icp {
struct Dataset;
}

namespace icp::ui {

class AttributeBox;
class ConditionPanel;
class LevelPicker;

/// The inline row that writes a criterion: attribute, then levels or a range, or words only. A new criterion
/// is only previewed until it is added; changes of an existing one are made at once and undone with Ctrl+Z.
class CriterionEditor : public QFrame {
    Q_OBJECT
public:
    CriterionEditor(std::shared_ptr<const Dataset> dataset, const Criterion& criterion, bool isNew,
                    QWidget* parent = nullptr);

    /// Whom a proposal can be of.
    void setDepartments(const QStringList& departments);
    /// What is written is a counter-proposal to this criterion: something of it must differ.
    void answer(const Criterion& criterion);
    bool isNew() const { return m_new; }
    const QString& id() const { return m_criterion.id; }
    /// Shows what it has become elsewhere (undo); keeps what is being typed when it is the same.
    void refresh(const Criterion& criterion);
    void focusFirst();

Q_SIGNALS:
    void previewed(const icp::Criterion& criterion);
    void changed(const icp::Criterion& criterion);   ///< an existing one
    void accepted(const icp::Criterion& criterion);  ///< a new one is complete
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fillAttributes();
    QHBoxLayout* buildGrounds();
    void chooseAttribute();
    void chooseReason();
    void followLevel();
    bool isTechnology() const;
    bool sameAs(const Criterion& a, const Criterion& b) const;
    void show(const Criterion& criterion);
    QString composed(const Criterion& criterion) const;
    Criterion criterion() const;
    bool isComplete(const Criterion& criterion) const;
    void preview();
    void change();
    void finish();
    void updateState();

    std::shared_ptr<const Dataset> m_dataset;
    Criterion m_criterion;
    bool m_new;
    LevelPicker* m_level;
    AttributeBox* m_attribute;
    QLineEdit* m_text;
    ConditionPanel* m_panel;
    QComboBox* m_reason;
    QComboBox* m_author;
    QLineEdit* m_why;
    std::optional<Criterion> m_answered;
    QLabel* m_hint;
    QPushButton* m_done;
    QPushButton* m_cancel;
};

}  // namespace icp::ui
