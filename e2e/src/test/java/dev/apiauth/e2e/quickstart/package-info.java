/** What a newcomer runs and copies first. */
@NullMarked
package dev.apiauth.e2e.quickstart;

import org.jspecify.annotations.NullMarked;
