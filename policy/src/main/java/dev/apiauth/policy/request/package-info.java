/** What a request is, in the product's eyes: its head, its one path, its client's address. */
package dev.apiauth.policy.request;
