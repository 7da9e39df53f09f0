package com.servistech.erp.http.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.servistech.erp.error.Invalid;
import com.servistech.erp.error.Invalid.Problem;
import com.servistech.erp.money.Currency;
import com.servistech.erp.money.Money;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a parsed body into records and notes every place where it does not fit. */
final class Binder {

    private final List<Problem> problems = new ArrayList<>();

    <R extends Record> R bind(Class<R> type, JsonNode tree) {
        Object bound = record("", type, tree);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return type.cast(bound);
    }

    private Object record(String pointer, Class<?> type, JsonNode node) {
        if (!node.isObject()) {
            return wrong(pointer, "field.type", "This is a JSON object");
        }
        RecordComponent[] components = type.getRecordComponents();
        List<String> known =
                Arrays.stream(components).map(RecordComponent::getName).toList();
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                wrong(at(pointer, name), "field.unknown", "Known fields are " + String.join(", ", known));
            }
        });
        Object[] values = new Object[components.length];
        int before = problems.size();
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String place = at(pointer, component.getName());
            JsonNode value = node.get(component.getName());
            if (value != null && !value.isNull()) {
                values[i] = value(place, component.getGenericType(), value);
            } else if (!component.isAnnotationPresent(Maybe.class)) {
                wrong(place, "field.required", "This field is required");
            }
        }
        return problems.size() == before ? make(type, components, values) : null;
    }

    private Object value(String pointer, Type type, JsonNode node) {
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class
                    ? list(pointer, generic.getActualTypeArguments()[0], node)
                    : map(pointer, node);
        }
        Class<?> kind = (Class<?>) type;
        if (kind == int.class || kind == Integer.class) {
            return node.isIntegralNumber() && node.canConvertToInt()
                    ? (Object) node.intValue()
                    : wrong(pointer, "field.type", "This is a whole number");
        } else if (kind == boolean.class || kind == Boolean.class) {
            return node.isBoolean() ? (Object) node.booleanValue() : wrong(pointer, "field.type", "true or false");
        } else if (kind == Money.class) {
            return money(pointer, node);
        } else if (kind.isRecord()) {
            return record(pointer, kind, node);
        } else if (!node.isTextual()) {
            boolean decimal = kind == BigDecimal.class && node.isNumber();
            return wrong(pointer, "field.type", decimal ? "Write decimals as strings: \"12.50\"" : "This is a string");
        }
        return text(pointer, kind, node.textValue());
    }

    private Object text(String pointer, Class<?> kind, String text) {
        try {
            return Scalar.read(pointer, kind, text);
        } catch (Invalid e) {
            problems.addAll(e.problems());
            return null;
        }
    }

    private Object money(String pointer, JsonNode node) {
        if (!node.isObject()) {
            return wrong(pointer, "field.type", "Write money as {\"amount\":\"12.50\",\"currency\":\"USD\"}");
        }
        int before = problems.size();
        node.fieldNames().forEachRemaining(name -> {
            if (!name.equals("amount") && !name.equals("currency")) {
                wrong(at(pointer, name), "field.unknown", "Known fields are amount, currency");
            }
        });
        Object amount = required(at(pointer, "amount"), BigDecimal.class, node.get("amount"));
        Object currency = required(at(pointer, "currency"), Currency.class, node.get("currency"));
        if (amount instanceof BigDecimal decimal && decimal.stripTrailingZeros().scale() > 2) {
            wrong(at(pointer, "amount"), "money.scale", "An amount has at most 2 decimals");
        }
        return problems.size() == before ? new Money((BigDecimal) amount, (Currency) currency) : null;
    }

    private Object required(String pointer, Class<?> type, JsonNode node) {
        return node == null || node.isNull()
                ? wrong(pointer, "field.required", "This field is required")
                : value(pointer, type, node);
    }

    private Object list(String pointer, Type item, JsonNode node) {
        if (!node.isArray()) {
            return wrong(pointer, "field.type", "This is a list");
        }
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(
                    node.get(i).isNull()
                            ? wrong(pointer + "/" + i, "field.required", "An item is not null")
                            : value(pointer + "/" + i, item, node.get(i)));
        }
        return items;
    }

    private Object map(String pointer, JsonNode node) {
        if (!node.isObject()) {
            return wrong(pointer, "field.type", "This is a JSON object");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        node.properties().forEach(entry -> {
            String place = at(pointer, entry.getKey());
            text(place, String.class, entry.getKey());
            values.put(entry.getKey(), finding(place, entry.getValue()));
        });
        return values;
    }

    private Object finding(String pointer, JsonNode node) {
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        return node.isTextual()
                ? text(pointer, String.class, node.textValue())
                : wrong(pointer, "field.type", "true, false or a text");
    }

    private static Object make(Class<?> type, RecordComponent[] components, Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object wrong(String pointer, String code, String detail) {
        problems.add(new Problem(pointer, code, detail));
        return null;
    }

    private static String at(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }
}
