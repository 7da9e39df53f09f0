package com.servistech.erp.rates.bcv;

import com.servistech.erp.rates.Publication;
import com.servistech.erp.rates.Quoted;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;

/** One operation day: the columns are found by their headers, the rate is the right-most "Venta (ASK)". */
final class BcvSheet {

    private static final ZoneId CARACAS = ZoneId.of("America/Caracas");
    private static final Pattern DATE = Pattern.compile("(\\d{2})/(\\d{2})/(\\d{4})");
    private static final Pattern STAMP = Pattern.compile("(\\d{2}/\\d{2}/\\d{4}) +(\\d{1,2}:\\d{2}) *([AaPp])\\.?[Mm]");
    private static final DateTimeFormatter STAMPED = DateTimeFormatter.ofPattern("dd/MM/yyyy h:mm a", Locale.ENGLISH);
    private static final int DECIMALS = 8;
    /** A row whose two spreads differ more contradicts itself. */
    private static final BigDecimal SPREADS_DIFFER = new BigDecimal("1.25");

    private final Sheet sheet;
    private final DataFormatter text = new DataFormatter(Locale.ENGLISH);
    private final List<String> quarantined;

    /** @param quarantined takes the rows that are left out */
    BcvSheet(Sheet sheet, List<String> quarantined) {
        this.sheet = sheet;
        this.quarantined = quarantined;
    }

    /** @throws NotThePage when headers, dates, dollar or euro are not there */
    Publication publication() {
        List<Integer> bids = new ArrayList<>();
        List<Integer> asks = new ArrayList<>();
        Row header = header(bids, asks);
        LocalDate operation = dateAfter("fecha operaci");
        LocalDate value = dateAfter("fecha valor");
        TreeMap<Quoted, BigDecimal> rates = new TreeMap<>();
        for (int i = header.getRowNum() + 1; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            if (row != null) {
                rate(row, bids, asks).ifPresent(found -> rates.putIfAbsent(found.getKey(), found.getValue()));
            }
        }
        if (!rates.containsKey(Quoted.USD) || !rates.containsKey(Quoted.EUR)) {
            throw new NotThePage("no dollar or no euro");
        }
        return new Publication(
                value, rates, List.of(), operation, stamp(operation).orElse(null));
    }

    private Row header(List<Integer> bids, List<Integer> asks) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                String label = text(cell).toUpperCase(Locale.ROOT);
                if (label.contains("(BID)")) {
                    bids.add(cell.getColumnIndex());
                } else if (label.contains("(ASK)")) {
                    asks.add(cell.getColumnIndex());
                }
            }
            if (!asks.isEmpty()) {
                if (bids.size() != asks.size()) {
                    throw new NotThePage("the columns are not pairs of bid and ask");
                }
                return row;
            }
        }
        throw new NotThePage("no column \"Venta (ASK)\"");
    }

    /** The row's code stands left of its first number; rows without one are notes. */
    private Optional<Map.Entry<Quoted, BigDecimal>> rate(Row row, List<Integer> bids, List<Integer> asks) {
        Optional<Quoted> base = code(row, bids.get(0));
        Optional<BigDecimal> ask = number(row, asks.get(asks.size() - 1));
        if (base.isEmpty() || ask.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> problem = contradiction(row, bids, asks);
        if (problem.isPresent()) {
            quarantined.add("%s: %s %s".formatted(sheet.getSheetName(), base.get(), problem.get()));
            return Optional.empty();
        }
        return Optional.of(Map.entry(base.get(), ask.get().setScale(DECIMALS, RoundingMode.HALF_UP)));
    }

    private Optional<Quoted> code(Row row, int firstNumber) {
        for (Cell cell : row) {
            String label = text(cell);
            if (cell.getColumnIndex() < firstNumber && Quoted.isCode(label) && label.length() == 3) {
                return Optional.of(new Quoted(label));
            }
        }
        return Optional.empty();
    }

    /** Bid and ask lie equally far apart in both groups of columns, unless somebody mistyped one of the four. */
    private Optional<String> contradiction(Row row, List<Integer> bids, List<Integer> asks) {
        List<BigDecimal> spreads = new ArrayList<>();
        for (int i = 0; i < bids.size(); i++) {
            Optional<BigDecimal> bid = number(row, bids.get(i));
            Optional<BigDecimal> ask = number(row, asks.get(i));
            if (bid.isPresent() && ask.isPresent()) {
                BigDecimal ratio = ask.get().divide(bid.get(), MathContext.DECIMAL64);
                spreads.add(
                        ratio.compareTo(BigDecimal.ONE) < 0
                                ? BigDecimal.ONE.divide(ratio, MathContext.DECIMAL64)
                                : ratio);
            }
        }
        boolean differ = spreads.size() > 1
                && spreads.get(0)
                                .max(spreads.get(1))
                                .divide(spreads.get(0).min(spreads.get(1)), MathContext.DECIMAL64)
                                .compareTo(SPREADS_DIFFER)
                        > 0;
        return differ ? Optional.of("has bid and ask that contradict each other") : Optional.empty();
    }

    private static Optional<BigDecimal> number(Row row, int column) {
        Cell cell = row.getCell(column);
        if (cell == null || cell.getCellType() != CellType.NUMERIC) {
            return Optional.empty();
        }
        // a cell is a binary number of 15 digits; what the bank typed is its shortest decimal form
        BigDecimal value = new BigDecimal(Double.toString(cell.getNumericCellValue()));
        return value.signum() > 0 ? Optional.of(value) : Optional.empty();
    }

    private LocalDate dateAfter(String label) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                String words = text(cell);
                int at = words.toLowerCase(Locale.ROOT).indexOf(label);
                if (at >= 0) {
                    Matcher date = DATE.matcher(words);
                    if (date.find(at)) {
                        return date(date);
                    }
                }
            }
        }
        throw new NotThePage("no \"" + label + "...\"");
    }

    private static LocalDate date(Matcher found) {
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(3)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(1)));
        } catch (DateTimeException e) {
            throw new NotThePage("no date: " + found.group(), e);
        }
    }

    /** When it was published: not every sheet says so, and one that says another day is not believed. */
    private Optional<Instant> stamp(LocalDate operation) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                Matcher stamp = STAMP.matcher(text(cell).replace('\u00a0', ' '));
                if (stamp.find()) {
                    String half = stamp.group(3).equalsIgnoreCase("a") ? "AM" : "PM";
                    try {
                        LocalDateTime at =
                                LocalDateTime.parse(stamp.group(1) + " " + stamp.group(2) + " " + half, STAMPED);
                        return at.toLocalDate().equals(operation)
                                ? Optional.of(at.atZone(CARACAS).toInstant())
                                : Optional.empty();
                    } catch (DateTimeException e) {
                        return Optional.empty();
                    }
                }
            }
        }
        return Optional.empty();
    }

    private String text(Cell cell) {
        return text.formatCellValue(cell).replace('\u00a0', ' ').strip();
    }
}
