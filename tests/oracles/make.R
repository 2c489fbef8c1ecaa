# Makes expected.json anew: R's numbers on the real exports beside the project (../shared/data), which the
# test core/oracles compares with the program's own. For developers; the suite reads the committed file only.
#
#   Rscript tests/oracles/make.R ../shared/data > tests/oracles/expected.json
#
# Needs R with the packages survival and cmprsk (Debian: r-base-core r-cran-survival r-cran-cmprsk). Every file
# is read here by R itself, so that the import is compared as well.
suppressMessages({
  library(survival)
  library(cmprsk)
})
folder <- commandArgs(trailingOnly = TRUE)[1]
read <- function(...) read.csv(file.path(folder, ...), stringsAsFactors = FALSE, na.strings = "")

fields <- list()
put <- function(name, value) {
  stopifnot(is.finite(value))
  fields[[name]] <<- value
}
wilson <- function(name, x, n) {
  range <- suppressWarnings(prop.test(x, n, correct = FALSE))$conf.int
  put(paste0(name, ".positives"), x)
  put(paste0(name, ".n"), n)
  put(paste0(name, ".low"), range[1])
  put(paste0(name, ".high"), range[2])
}

# Deals of a CRM: win rates, chi-square over products, time to close with two ends, middle of amounts.
deals <- read("maven-crm", "sales_pipeline.csv")
closed <- deals[deals$deal_stage %in% c("Won", "Lost"), ]
won <- closed$deal_stage == "Won"
wilson("maven.won", sum(won), nrow(closed))
for (product in c("GTX Basic", "MG Advanced", "GTK 500"))
  wilson(paste0("maven.", product), sum(won[closed$product == product]), sum(closed$product == product))
test <- suppressWarnings(chisq.test(table(closed$product, won), correct = FALSE))
put("maven.product.chi2", unname(test$statistic))
put("maven.product.df", unname(test$parameter))
put("maven.product.p", test$p.value)
days <- as.numeric(as.Date(closed$close_date) - as.Date(closed$engage_date))
end <- ifelse(won, 1, 2)
basic <- closed$product == "GTX Basic"
put("maven.days.median", median(days[won]))
put("maven.days.lower", unname(quantile(days[won], 0.25)))
put("maven.days.upper", unname(quantile(days[won], 0.75)))
incidence <- cuminc(days, end)
at <- timepoints(incidence, c(30, 60, 90))$est
put("maven.closed.won30", at["1 1", "30"])
put("maven.closed.won90", at["1 1", "90"])
put("maven.closed.lost60", at["1 2", "60"])
rank <- survdiff(Surv(days, won) ~ basic)
put("maven.basic.logrank", rank$chisq)

# Customers of a telecom: who stays, by contract; the size of an association; months as a customer.
telco <- read("telco-churn", "WA_Fn-UseC_-Telco-Customer-Churn.csv")
stayed <- telco$Churn == "No"
wilson("telco.stayed", sum(stayed), nrow(telco))
test <- chisq.test(table(telco$Contract, stayed), correct = FALSE)
put("telco.contract.chi2", unname(test$statistic))
n <- nrow(telco)
phi2 <- max(0, unname(test$statistic) / n - 2 / (n - 1))
put("telco.contract.v", sqrt(phi2 / min(1 - 1 / (n - 1), 3 - 4 / (n - 1) - 1)))
monthly <- telco$Contract == "Month-to-month"
curve <- survfit(Surv(telco$tenure[monthly], !stayed[monthly]) ~ 1)
put("telco.monthly.at12", summary(curve, times = 12)$surv)
put("telco.monthly.median", unname(summary(curve)$table["median"]))
put("telco.monthly.logrank", survdiff(Surv(tenure, !stayed) ~ monthly, data = telco)$chisq)
u <- wilcox.test(MonthlyCharges ~ stayed, data = telco, exact = FALSE)
put("telco.charges.p", u$p.value)
ks <- suppressWarnings(ks.test(telco$MonthlyCharges[stayed], telco$MonthlyCharges[!stayed], exact = FALSE))
put("telco.charges.ks", unname(ks$statistic))
fit <- glm(I(!stayed) ~ I(Contract == "Month-to-month") + I(SeniorCitizen == 1), family = binomial, data = telco)
put("telco.logit.intercept", unname(coef(fit)[1]))
put("telco.logit.monthly", unname(coef(fit)[2]))
put("telco.logit.senior", unname(coef(fit)[3]))
put("telco.logit.monthly.se", unname(sqrt(diag(vcov(fit)))[2]))
strata <- table(monthly, !stayed, telco$InternetService)
mh <- mantelhaen.test(strata[c(2, 1), c(2, 1), ], correct = FALSE)
put("telco.monthly.mh", unname(mh$estimate))
put("telco.monthly.mh.low", mh$conf.int[1])
put("telco.monthly.mh.high", mh$conf.int[2])

# Infertility after abortions (Trichopoulos et al. 1976), which R brings along: a logistic regression. Its
# cells are written too, since no export holds them.
fit <- glm(case ~ spontaneous + induced, family = binomial, data = infert)
for (i in 1:3) {
  put(paste0("infert.coefficient", i - 1), unname(coef(fit)[i]))
  put(paste0("infert.error", i - 1), unname(sqrt(diag(vcov(fit)))[i]))
}
for (spontaneous in 0:2) for (induced in 0:2) {
  cell <- infert[infert$spontaneous == spontaneous & infert$induced == induced, ]
  put(paste0("infert.n", spontaneous, induced), nrow(cell))
  put(paste0("infert.x", spontaneous, induced), sum(cell$case))
}

lines <- paste0("  \"", names(fields), "\": ", vapply(fields, function(v) trimws(formatC(v, digits = 15, format = "g")), ""))
cat("{\n", paste(lines, collapse = ",\n"), "\n}\n", sep = "")
