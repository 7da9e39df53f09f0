package com.servistech.erp.sdk;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * One page of a list, and the way to the next: the same call with the same options and the cursor.
 *
 * @param <T> what the list holds
 */
public final class Page<T> {

    private final List<T> items;
    private final Optional<String> nextCursor;
    private final Function<String, Page<T>> following;

    Page(List<T> items, Optional<String> nextCursor, Function<String, Page<T>> following) {
        this.items = List.copyOf(items);
        this.nextCursor = nextCursor;
        this.following = following;
    }

    /** The items of this page, in the order of the server. */
    public List<T> items() {
        return items;
    }

    /** Where the next page starts, empty on the last. It may be kept and given as the query's {@code cursor} later. */
    public Optional<String> nextCursor() {
        return nextCursor;
    }

    /** Asks for the next page; empty, without asking, if this is the last. */
    public Optional<Page<T>> next() {
        return nextCursor.map(following);
    }

    /** The items of this page and of all that follow; each page is asked for when its first item is needed. */
    public Iterable<T> all() {
        return () -> new AllItems<>(this);
    }

    /** The same as {@link #all()}, as a stream. */
    public Stream<T> stream() {
        return StreamSupport.stream(all().spliterator(), false);
    }

    private static final class AllItems<T> implements Iterator<T> {

        private Page<T> page;
        private final Queue<T> left;

        AllItems(Page<T> first) {
            page = first;
            left = new ArrayDeque<>(first.items);
        }

        /** Looks into the next page where it must, so that it never promises an item that is not there. */
        @Override
        public boolean hasNext() {
            while (left.isEmpty()) {
                Optional<Page<T>> next = page.next();
                if (next.isEmpty()) {
                    return false;
                }
                page = next.get();
                left.addAll(page.items);
            }
            return true;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return left.remove();
        }
    }
}
