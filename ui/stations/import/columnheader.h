#pragma once

#include "core/table/dataset.h"

#include <QHash>
#include <QHeaderView>

#include <optional>

class QComboBox;
class QStandardItemModel;
class QToolButton;

namespace icp::ui {

class PreviewModel;

/// Head of the import preview: header, type, a choice of what the column means, and a button for how it is
/// read. Choices exist only for the columns that were in view, so that five thousand columns cost no more
/// than ten; those of one file serve for the next.
class ColumnHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit ColumnHeader(QWidget* parent = nullptr);
    void setEditable(bool editable, const QString& why = {});
    void place();  ///< choices to where their columns are
    QComboBox* choice(int section) const { return m_choices.value(section).meaning; }
    QToolButton* reading(int section) const { return m_choices.value(section).reading; }

    void setModel(QAbstractItemModel* model) override;
    QSize sizeHint() const override;

Q_SIGNALS:
    void mappingChosen(const QString& header, const QString& attribute);  ///< "ignore" = left out
    void useChosen(const QString& header, icp::AttributeUse use);
    void panelWanted(int section, const QPoint& corner);  ///< how it is read; the place is on the screen

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    struct Choice {
        QComboBox* meaning = nullptr;
        QToolButton* reading = nullptr;
        int reset = -1;  ///< of the model when it was filled
    };
    Choice makeChoice(int section);
    void fill(const Choice& choice, int section);
    void chosen(int section, int item);
    void listMeanings();
    QString ownName(int section) const;

    PreviewModel* m_preview = nullptr;
    QStandardItemModel* m_meanings;  ///< what a column can mean, for all choices
    std::optional<Entity> m_listed;
    QHash<int, Choice> m_choices;
    int m_reset = 0;  ///< times that the model was reset
    bool m_editable = true;
    QString m_why;
};

}  // namespace icp::ui
