#pragma once

#include "ui/widgets/card.h"

#include <QAbstractButton>

class QButtonGroup;
class QCheckBox;
class QProgressBar;
class QPushButton;

namespace icp::ui {

class Text;

/// What can be written out of a workshop.
enum class ExportFormat { Pdf, PowerPoint, AccountsCsv, FindingsJson, Pack };

/// One format to choose, with what it is good for.
class ExportTile : public QAbstractButton {
    Q_OBJECT
public:
    ExportTile(const QString& iconName, const QString& title, const QString& text, QWidget* parent = nullptr);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_icon;
    QString m_text;
};

/// Chooses the format, the pages and whether customer names are shown.
class ExportCard : public Card {
    Q_OBJECT
public:
    explicit ExportCard(QWidget* parent = nullptr);

    ExportFormat format() const;
    bool withAppendix() const;  ///< a pack holds all there is
    /// Slides with and without the appendix; whether the data hold accounts and findings.
    void setContent(int slides, int appendix, bool hasAccounts, bool hasFindings);
    void setNamesHidden(bool hidden);
    /// Whether the slides are those of now.
    void setReady(bool ready);
    /// "Export 8 pages".
    QString actionText() const;
    bool canExport() const;
    void setBusy(bool busy, const QString& what = {});

Q_SIGNALS:
    void exportAsked();
    void cancelAsked();
    void hideNamesAsked(bool hide);
    void changed();  ///< action text

private:
    void refresh();

    QButtonGroup* m_formats;
    QCheckBox* m_appendix;
    QCheckBox* m_hideNames;
    QPushButton* m_export;
    QWidget* m_progress;
    Text* m_doing;
    int m_slides = 0;
    int m_appendixPages = 0;
    bool m_hasAccounts = false;
    bool m_hasFindings = false;
    bool m_busy = false;
    bool m_ready = false;
};

}  // namespace icp::ui
