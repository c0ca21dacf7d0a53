/**
 * Hosted identity providers as their documentation describes them, found under their real host
 * names: one class per provider, one network for all.
 */
@NullMarked
package dev.apiauth.testkit.idp.standin;

import org.jspecify.annotations.NullMarked;
